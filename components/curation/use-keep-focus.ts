"use client";

import { type RefObject, useEffect } from "react";

/** A button pressed with the mouse leaves the focus on the list, where the next key belongs. */
export function useKeepFocus(scope: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = scope.current;
    const keep = (event: MouseEvent) => {
      const isButton = event.target instanceof Element && event.target.closest("button, a");
      if (isButton) event.preventDefault();
    };
    element?.addEventListener("mousedown", keep);
    return () => element?.removeEventListener("mousedown", keep);
  }, [scope]);
}

"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";

const focusRowIn = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>("[data-focused='true']")?.focus({ preventScroll: true });

/** The focused row of a list has the keyboard: from the start, and whenever the row before it leaves. */
export function useRovingFocus(list: RefObject<HTMLElement | null>, focusedId: string | null) {
  useEffect(() => focusRowIn(list.current), [list]);

  useLayoutEffect(() => {
    const active = document.activeElement;
    const isFree = !active || active === document.body || list.current?.contains(active);
    if (focusedId !== null && isFree) focusRowIn(list.current);
  }, [list, focusedId]);

  return () => focusRowIn(list.current);
}

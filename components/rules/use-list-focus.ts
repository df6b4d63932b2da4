"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus in a list one of whose parts goes: on the `data-remove` of the one that takes its
 * place, else on the `data-add` of the list.
 */
export function useListFocus<List extends HTMLElement>() {
  const list = useRef<List>(null);
  const gone = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (gone.current === null) return;
    const left = list.current?.querySelectorAll<HTMLElement>("[data-remove]") ?? [];
    const next = left[Math.min(gone.current, left.length - 1)];
    (next ?? list.current?.querySelector<HTMLElement>("[data-add]"))?.focus();
    gone.current = null;
  });
  const focusAt = (index: number) => {
    gone.current = index;
  };
  return { list, focusAt };
}

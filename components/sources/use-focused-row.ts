"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { showOverlay } from "@/components/commands/command-overlay";
import type { StepContext } from "./source-commands";

type Props = {
  refs: {
    scope: RefObject<HTMLDivElement | null>;
    list: RefObject<HTMLDivElement | null>;
    field: RefObject<HTMLInputElement | null>;
  };
  /** Another list begins at its top. */
  listKey: string;
  total: number;
};

/** Which row the keys act on: it has the focus, and keeps it while rows come and go. */
export function useFocusedRow({ refs: { scope, list, field }, listKey, total }: Props) {
  const [at, setAt] = useState({ listKey, index: 0 });
  const wanted = at.listKey === listKey ? at.index : 0;
  const focusedIndex = Math.max(0, Math.min(wanted, total - 1));
  const focus = (index: number) => setAt({ listKey, index });
  const focusList = () => (rowIn(list.current) ?? scope.current)?.focus();

  useLayoutEffect(() => {
    const active = document.activeElement;
    const row = rowIn(list.current);
    const isFree = !active || active === document.body || active === scope.current;
    const left = active?.closest<HTMLElement>("[data-index]");
    if (isFree && !row) scope.current?.focus();
    else if (isFree) row?.focus({ preventScroll: true });
    else if (left && left !== row) row?.focus();
  });

  const steps: StepContext = {
    hasRows: total > 0,
    step: (rows) => focus(Math.max(0, Math.min(total - 1, focusedIndex + rows))),
    jump: (index) => focus(index < 0 ? total + index : index),
    find: () => field.current?.select(),
    showHelp: () => showOverlay("help"),
  };
  return { focusedIndex, focus, focusList, steps };
}

const rowIn = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>("[data-focused='true']") ?? null;

/** The number of the row that something stands in. */
export function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
  return row ? Number(row.dataset.index) : null;
}

"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { showOverlay } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import { type RowsContext, rowCommands } from "./library-commands";

type Props = {
  refs: {
    scope: RefObject<HTMLDivElement | null>;
    scroll: RefObject<HTMLDivElement | null>;
    field: RefObject<HTMLInputElement | null>;
  };
  /** Another list begins at its top. */
  listKey: string;
  total: number;
};

/** Binds the keys of a list. The focused row is the one they act on. */
export function useRowCommands({ refs, listKey, total }: Props) {
  const { scope, scroll, field } = refs;
  const [at, setAt] = useState({ listKey, index: 0 });
  const wanted = at.listKey === listKey ? at.index : 0;
  const focusedIndex = Math.max(0, Math.min(wanted, total - 1));
  const focus = (index: number) => setAt({ listKey, index });

  const focusList = () => {
    const row = rowIn(scroll.current);
    (row ?? scope.current)?.focus({ preventScroll: row !== null });
  };

  useLayoutEffect(() => {
    const active = document.activeElement;
    const row = rowIn(scroll.current);
    const isFree = !active || active === document.body || active === scope.current;
    const left = active?.closest<HTMLElement>("[data-index]");
    // a page that is being read has no row yet, and keeps its keys
    if (isFree && !row) scope.current?.focus();
    else if (isFree || (left && left !== row)) row?.focus({ preventScroll: true });
  });

  useCommands<RowsContext>(scope, rowCommands, {
    hasRows: total > 0,
    step: (rows) => focus(Math.max(0, Math.min(total - 1, focusedIndex + rows))),
    jump: (index) => focus(index < 0 ? total + index : index),
    open: () => linkIn(scroll.current, "a")?.click(),
    openAtProvider: () => linkIn(scroll.current, "a[target]")?.click(),
    find: () => field.current?.select(),
    showHelp: () => showOverlay("help"),
  });

  return { focusedIndex, focus, focusList };
}

const rowIn = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>("[data-focused='true']") ?? null;

const linkIn = (list: HTMLElement | null, link: string) =>
  rowIn(list)?.querySelector<HTMLAnchorElement>(link) ?? null;

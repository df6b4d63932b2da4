"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { type DraftNode, newRow } from "./draft-rule";
import {
  addNode,
  duplicateNode,
  liftNode,
  linesOf,
  moveNode,
  nestNode,
  removeNode,
} from "./edit-draft";
import { type RuleContext, rowCommands } from "./rule-commands";
import type { DraftEditor } from "./use-draft";

const newId = () => crypto.randomUUID();

export const rowOf = (element: Element | null) =>
  element?.closest<HTMLElement>("[data-row]") ?? null;

/** What can be done with a row, by key or by mouse; the focus goes with the row. */
export function useRowActs(
  grid: RefObject<HTMLTableElement | null>,
  { draft: { where }, editRows }: DraftEditor,
) {
  const [wanted, setWanted] = useState(where.id);
  const goTo = useRef<{ id: string; inside: boolean; held: HTMLElement | null } | null>(null);
  const lines = linesOf(where);
  const at = Math.max(
    0,
    lines.findIndex(({ node }) => node.id === wanted),
  );
  const focusedId = lines[at]?.node.id ?? where.id;

  useLayoutEffect(() => {
    const next = goTo.current;
    if (!next) return;
    const row = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`);
    const control = next.inside ? row?.querySelector<HTMLElement>("select, input") : next.held;
    (control ?? row)?.focus();
    goTo.current = null;
  });

  const focus = (id: string, inside = false) => {
    goTo.current = { id, inside, held: null };
    setWanted(id);
  };
  /** With the field of it that is being written in. */
  const follow = (id: string) => {
    const active = document.activeElement;
    const isIn = active instanceof HTMLElement && rowOf(active)?.dataset.row === id;
    goTo.current = { id, inside: false, held: isIn ? active : null };
    setWanted(id);
  };
  const add = (beside: string, node: DraftNode, focused: string) => {
    editRows(addNode(where, beside, node));
    focus(focused, true);
  };

  const acts = {
    addRow: (beside: string) => {
      const row = newRow(newId());
      add(beside, row, row.id);
    },
    addGroup: (beside: string) => {
      const row = newRow(newId());
      add(beside, { id: newId(), kind: "any", nodes: [row] }, row.id);
    },
    duplicate: (id: string) => {
      editRows(duplicateNode(where, id, newId));
      focus(id);
    },
    remove: (id: string) => {
      const rest = removeNode(where, id);
      editRows(rest);
      const index = lines.findIndex(({ node }) => node.id === id);
      const left = linesOf(rest);
      focus((left[index] ?? left.at(-1))?.node.id ?? where.id);
    },
    move: (id: string, by: -1 | 1) => {
      editRows(moveNode(where, id, by));
      follow(id);
    },
    nest: (id: string) => {
      editRows(nestNode(where, id, newId()));
      follow(id);
    },
    lift: (id: string) => {
      editRows(liftNode(where, id));
      follow(id);
    },
    /** A menu that closes leaves the focus with the row it changed. */
    keepFocus: (event: Event) => {
      event.preventDefault();
      const row = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focusedId)}"]`);
      if (!row?.contains(document.activeElement)) row?.focus();
    },
  };

  useCommands<RuleContext>(grid, rowCommands, {
    canChange: focusedId !== where.id,
    step: (rows) => {
      const next = lines[Math.max(0, Math.min(lines.length - 1, at + rows))];
      if (next) focus(next.node.id);
    },
    enter: () => focus(focusedId, true),
    addRow: () => acts.addRow(focusedId),
    addGroup: () => acts.addGroup(focusedId),
    duplicate: () => acts.duplicate(focusedId),
    remove: () => acts.remove(focusedId),
    move: (by) => acts.move(focusedId, by),
    nest: () => acts.nest(focusedId),
    lift: () => acts.lift(focusedId),
  });

  return { acts, focusedId, focus: setWanted };
}

export type RowActs = ReturnType<typeof useRowActs>["acts"];

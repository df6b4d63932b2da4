"use client";

import { useState } from "react";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import { beginHistory, change, redo, undo } from "./draft-history";
import { type DraftGroup, type DraftRule, draftOf } from "./draft-rule";

/** A rule while it is edited, with every step of it; saving does not forget them. */
export function useDraft(definition: RuleDefinition) {
  const [history, setHistory] = useState(() => beginHistory(draftOf(definition)));
  const draft = history.now;
  const edit = (next: DraftRule, subject?: string) =>
    setHistory((before) => change(before, next, subject ?? null));
  return {
    draft,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    edit,
    /** More of the same subject, such as typing into one field, is one step. */
    editRows: (where: DraftGroup, subject?: string) => {
      if (where !== draft.where) edit({ ...draft, where }, subject);
    },
  };
}

export type DraftEditor = ReturnType<typeof useDraft>;

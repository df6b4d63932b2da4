"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { browserStore } from "@/components/ui/browser-store";
import type { RawRule } from "./draft-rule";
import {
  draftText,
  forgetDraft,
  type KeptDraft,
  keepDraft,
  newDraftName,
  ownDraftName,
  readDrafts,
} from "./kept-drafts";

type Edited = {
  ruleSetId: string;
  version: number;
  /** As it stands, finished or not; null when that is what was saved. */
  unsaved: object | null;
  onFound: (rule: RawRule) => void;
  /** Changes of versions that others have replaced: a person says what becomes of them. */
  onEarlier: (earlier: KeptDraft[]) => void;
};

/** Changes that are not saved outlive a reload and a way back: the browser keeps those of each tab. */
export function useKeptRule({ ruleSetId, version, unsaved, onFound, onEarlier }: Edited) {
  const isNew = useRef(true);
  /** What was kept last, by this tab or, while it adds nothing, by the one it was found of. */
  const own = useRef<{ name: string; text: string; isMine: boolean } | null>(null);
  const text = unsaved && draftText(version, unsaved);

  const begin = (): boolean => {
    const drafts = readDrafts(ruleSetId);
    const earlier = drafts.filter((draft) => draft.version !== version);
    if (earlier.length > 0) onEarlier(earlier);
    const current = drafts.filter((draft) => draft.version === version);
    const ownName = ownDraftName(ruleSetId);
    const found = current.find(({ name }) => name === ownName) ?? current.at(-1);
    if (!found) return false;
    const kept = browserStore.text(found.name) ?? "";
    own.current = { name: found.name, text: kept, isMine: found.name === ownName };
    onFound(found.rule);
    return true;
  };
  const write = () => {
    const before = own.current;
    // What another tab keeps is not this one's to replace or to forget.
    const there = before && browserStore.text(before.name);
    const isOwn = before !== null && there === before.text;
    if (text === null) {
      if (isOwn) forgetDraft(before.name);
      own.current = null;
      return;
    }
    if (before?.text === text && (isOwn || !before.isMine)) return;
    const name = isOwn ? before.name : newDraftName(ruleSetId);
    keepDraft(ruleSetId, name, text);
    own.current = { name, text, isMine: true };
  };

  const follow = useEffectEvent((_text: string | null) => {
    const wasNew = isNew.current;
    isNew.current = false;
    if (!wasNew || !begin()) write();
  });
  useEffect(() => follow(text), [text]);

  // Another tab that goes on with these changes replaces them, and forgets them once it has saved.
  const keepOn = useEffectEvent(({ key }: StorageEvent) => {
    if (text !== null && (key === null || key === own.current?.name)) write();
  });
  useEffect(() => {
    const listener = (event: StorageEvent) => keepOn(event);
    window.addEventListener("storage", listener);
    return () => window.removeEventListener("storage", listener);
  }, []);

  /** Before the page is left for a newer version: the changes are asked about there. */
  return { keep: () => text !== null && write() };
}

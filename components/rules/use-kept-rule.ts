"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { z } from "zod";
import { browserStore } from "@/components/ui/browser-store";
import type { RawRule } from "./draft-rule";
import { type KeptRule, keptRule } from "./kept-rule";

const MOST_EARLIER = 5;

const keyOf = (ruleSetId: string) => `clouder.rule.${ruleSetId}`;
/** Where changes wait that were made of versions which are not the saved one any more. */
const earlierKeyOf = (ruleSetId: string) => `${keyOf(ruleSetId)}.earlier`;

/** Changes of earlier versions, those put aside first before the others. */
function readEarlier(ruleSetId: string): KeptRule[] {
  const stored = z.array(z.unknown()).safeParse(browserStore.json(earlierKeyOf(ruleSetId)));
  return (stored.data ?? []).flatMap((one) => keptRule.safeParse(one).data ?? []);
}

function writeEarlier(ruleSetId: string, earlier: readonly KeptRule[]) {
  const key = earlierKeyOf(ruleSetId);
  if (earlier.length === 0) browserStore.forget(key);
  else browserStore.keep(key, JSON.stringify(earlier.slice(-MOST_EARLIER)));
}

/** Puts changes of an earlier version aside, where new changes do not replace them. */
function setAside(ruleSetId: string, version: number) {
  const kept = keptRule.safeParse(browserStore.json(keyOf(ruleSetId))).data;
  if (!kept || kept.version === version) return;
  writeEarlier(ruleSetId, [...without(readEarlier(ruleSetId), kept.version), kept]);
  browserStore.forget(keyOf(ruleSetId));
}

const without = (earlier: readonly KeptRule[], version: number) =>
  earlier.filter((one) => one.version !== version);

/** Forgets the changes of an earlier version, once a person said what becomes of them. */
export const forgetEarlier = (ruleSetId: string, version: number) =>
  writeEarlier(ruleSetId, without(readEarlier(ruleSetId), version));

type Edited = {
  ruleSetId: string;
  version: number;
  /** As it stands, finished or not; null when that is what was saved. */
  unsaved: object | null;
  onFound: (rule: RawRule) => void;
  /** Changes of versions that others have replaced: a person says what becomes of them. */
  onEarlier: (earlier: KeptRule[]) => void;
};

/** Changes that are not saved outlive a reload and a way back: the browser keeps them. */
export function useKeptRule({ ruleSetId, version, unsaved, onFound, onEarlier }: Edited) {
  const isNew = useRef(true);
  const written = useRef<string | null>(null);
  const begin = useEffectEvent((): boolean => {
    setAside(ruleSetId, version);
    const earlier = readEarlier(ruleSetId);
    if (earlier.length > 0) onEarlier(earlier);
    const kept = keptRule.safeParse(browserStore.json(keyOf(ruleSetId))).data;
    if (kept) onFound(kept.rule);
    return kept !== undefined;
  });
  const text = unsaved && JSON.stringify({ version, rule: unsaved });
  useEffect(() => {
    const wasNew = isNew.current;
    isNew.current = false;
    if (wasNew && begin()) return;
    const key = keyOf(ruleSetId);
    if (text !== null) browserStore.keep(key, text);
    // What another tab keeps of the same rule set is not this one's to forget.
    else if (browserStore.text(key) === written.current) browserStore.forget(key);
    written.current = text;
  }, [ruleSetId, text]);
}

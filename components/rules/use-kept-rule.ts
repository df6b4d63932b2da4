"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { z } from "zod";
import { readRule } from "@/lib/rules/read-rule";
import type { RuleDefinition } from "@/lib/rules/rule-schema";

/** Changes that were not saved, and the version they were made of. */
export type KeptRule = { version: number; rule: RuleDefinition };

const keptSchema = z.object({ version: z.int(), rule: z.unknown() });

const keyOf = (ruleSetId: string) => `clouder.rule.${ruleSetId}`;
/** Where changes wait that were made of a version which is not the saved one any more. */
const earlierKeyOf = (ruleSetId: string) => `${keyOf(ruleSetId)}.earlier`;

function readKept(key: string): KeptRule | null {
  const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
  if (!kept.success) return null;
  const read = readRule(kept.data.rule);
  return read.ok ? { version: kept.data.version, rule: read.definition } : null;
}

/** Puts changes of an earlier version aside, where new changes do not replace them. */
function setAside(ruleSetId: string, version: number) {
  const kept = readKept(keyOf(ruleSetId));
  if (!kept || kept.version === version) return;
  localStorage.setItem(earlierKeyOf(ruleSetId), JSON.stringify(kept));
  localStorage.removeItem(keyOf(ruleSetId));
}

/** Forgets the changes of an earlier version, once a person said what becomes of them. */
export const forgetEarlier = (ruleSetId: string) =>
  localStorage.removeItem(earlierKeyOf(ruleSetId));

type Edited = {
  ruleSetId: string;
  version: number;
  /** As it was last without an unfinished row; null when that is what was saved. */
  unsaved: RuleDefinition | null;
  onFound: (rule: RuleDefinition) => void;
  /** Changes of a version that another one has replaced: a person says what becomes of them. */
  onEarlier: (kept: KeptRule) => void;
};

/** Changes that are not saved outlive a reload and a way back: the browser keeps them. */
export function useKeptRule({ ruleSetId, version, unsaved, onFound, onEarlier }: Edited) {
  const isNew = useRef(true);
  const written = useRef<string | null>(null);
  const begin = useEffectEvent((): boolean => {
    setAside(ruleSetId, version);
    const earlier = readKept(earlierKeyOf(ruleSetId));
    if (earlier) onEarlier(earlier);
    const kept = readKept(keyOf(ruleSetId));
    if (kept) onFound(kept.rule);
    return kept !== null;
  });
  const text = unsaved && JSON.stringify({ version, rule: unsaved });
  useEffect(() => {
    const wasNew = isNew.current;
    isNew.current = false;
    if (wasNew && begin()) return;
    const key = keyOf(ruleSetId);
    if (text !== null) localStorage.setItem(key, text);
    // What another tab keeps of the same rule set is not this one's to forget.
    else if (localStorage.getItem(key) === written.current) localStorage.removeItem(key);
    written.current = text;
  }, [ruleSetId, text]);
}

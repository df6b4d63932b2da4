"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { z } from "zod";
import { readRule } from "@/lib/rules/read-rule";
import type { RuleDefinition } from "@/lib/rules/rule-schema";

const keptSchema = z.object({ version: z.int(), rule: z.unknown() });

const keyOf = (ruleSetId: string) => `clouder.rule.${ruleSetId}`;

/** What was kept of a rule set, unless that was made of another version of it. */
function findKept(ruleSetId: string, version: number): RuleDefinition | null {
  const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(ruleSetId)) ?? "null"));
  if (!kept.success || kept.data.version !== version) return null;
  const read = readRule(kept.data.rule);
  return read.ok ? read.definition : null;
}

type Edited = {
  ruleSetId: string;
  version: number;
  /** As it was last without an unfinished row; null when that is what was saved. */
  unsaved: RuleDefinition | null;
  onFound: (rule: RuleDefinition) => void;
};

/** Changes that are not saved outlive a reload and a way back: the browser keeps them. */
export function useKeptRule({ ruleSetId, version, unsaved, onFound }: Edited) {
  const isNew = useRef(true);
  const find = useEffectEvent(onFound);
  const text = unsaved && JSON.stringify({ version, rule: unsaved });
  useEffect(() => {
    const kept = isNew.current ? findKept(ruleSetId, version) : null;
    isNew.current = false;
    if (kept) find(kept);
    else if (text === null) localStorage.removeItem(keyOf(ruleSetId));
    else localStorage.setItem(keyOf(ruleSetId), text);
  }, [ruleSetId, version, text]);
}

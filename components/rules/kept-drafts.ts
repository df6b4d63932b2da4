import { browserStore, storeOver } from "@/components/ui/browser-store";
import { type KeptRule, keptRule } from "./kept-rule";

/** Changes that wait in the browser, under a name of their own. */
export type KeptDraft = KeptRule & { name: string };

const MOST = 5;

/** Of one tab, also after a reload. */
const tabStore = storeOver(() => window.sessionStorage);

const keyOf = (ruleSetId: string) => `clouder.rule.${ruleSetId}`;

/** One more name; those of later drafts come later in the alphabet. */
export const newDraftName = (ruleSetId: string) =>
  `${keyOf(ruleSetId)}.${Date.now().toString(36)}-${crypto.randomUUID()}`;

/** The same changes are the same text, whoever writes them. */
export const draftText = (version: number, rule: object) => {
  const draft = { version, rule };
  return JSON.stringify(keptRule.safeParse(draft).data ?? draft);
};

/** All drafts of a rule set, those of the earliest versions first; when they are many, the last of them. */
export function readDrafts(ruleSetId: string): KeptDraft[] {
  const names = browserStore.names().filter((name) => name.startsWith(keyOf(ruleSetId)));
  const drafts = names
    .toSorted()
    .flatMap((name) => {
      const kept = keptRule.safeParse(browserStore.json(name)).data;
      return kept ? { ...kept, name } : [];
    })
    .toSorted((one, other) => one.version - other.version);
  for (const { name } of drafts.slice(0, -MOST)) browserStore.forget(name);
  return drafts.slice(-MOST);
}

/** Of a rule set that is deleted. */
export function forgetDrafts(ruleSetId: string) {
  for (const name of browserStore.names()) {
    if (name.startsWith(keyOf(ruleSetId))) browserStore.forget(name);
  }
}

/** Which draft this tab wrote last. */
export const ownDraftName = (ruleSetId: string) => tabStore.text(keyOf(ruleSetId));

export function keepDraft(ruleSetId: string, name: string, text: string) {
  browserStore.keep(name, text);
  tabStore.keep(keyOf(ruleSetId), name);
}

/** Once a person said what becomes of it. */
export const forgetDraft = (name: string) => browserStore.forget(name);

import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ruleTemplates } from "@/lib/rules/templates";
import type { RawRule } from "./draft-rule";
import { forgetDraft, forgetDrafts, type KeptDraft } from "./kept-drafts";
import { useKeptRule } from "./use-kept-rule";

const [rule, other] = ruleTemplates(["Drumcode"]).map(({ definition }) => definition);
const SET = "3f0b6f0e-0000-4000-8000-000000000001";
const OTHER_SET = "3f0b6f0e-0000-4000-8000-000000000002";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The editor as it is opened, and what it found. */
function open({ ruleSetId = SET, version = 1 } = {}) {
  const found: RawRule[] = [];
  const earlier: KeptDraft[] = [];
  const initialProps: { version: number; unsaved: object | null } = {
    version,
    unsaved: null,
  };
  const editor = renderHook(
    (edited: typeof initialProps) =>
      useKeptRule({
        ...{ ruleSetId, ...edited },
        onFound: (kept) => found.push(kept),
        onEarlier: (kept) => earlier.push(...kept),
      }),
    { initialProps },
  );
  const edit = (unsaved: object | null, now = version) =>
    editor.rerender({ version: now, unsaved });
  const keep = () => editor.result.current.keep();
  return { found, earlier, edit, keep, close: editor.unmount };
}

/** A tab of its own, as far as the browser tells them apart. */
function openTab(at: Parameters<typeof open>[0] = {}) {
  sessionStorage.clear();
  return open(at);
}
const draft = (version: number, of: RawRule | undefined) => ({ version, rule: of });

test("a change that is not saved is found when the rule set is opened again, and no other one", () => {
  const first = open();
  first.edit(rule ?? null);
  first.close();
  expect(open().found).toEqual([rule]);
  expect(open({ ruleSetId: crypto.randomUUID() }).found).toEqual([]);
});

test("nothing is found once it is saved, or taken back", () => {
  const saved = open();
  saved.edit(rule ?? null);
  saved.edit(null, 2);
  saved.close();
  expect(open({ version: 2 }).found).toEqual([]);

  const undone = open();
  undone.edit(rule ?? null);
  undone.edit(null);
  undone.close();
  expect(open().found).toEqual([]);
});

test("a change of a version that another one has replaced is offered until a person decides", () => {
  const first = open();
  first.edit(rule ?? null);
  first.close();
  const later = open({ version: 2 });
  expect(later.found).toEqual([]);
  expect(later.earlier).toMatchObject([draft(1, rule)]);
  later.edit(other ?? null);
  later.close();
  const again = open({ version: 2 });
  expect(again.found).toEqual([other]);
  expect(again.earlier).toMatchObject([draft(1, rule)]);
  forgetDraft(again.earlier[0]?.name ?? "");
  again.close();
  expect(open({ version: 2 }).earlier).toEqual([]);
});

test("what another tab keeps of it is neither replaced nor forgotten with what this one has saved", () => {
  const [one, two] = [openTab(), openTab()];
  one.edit(rule ?? null);
  two.edit(other ?? null);
  two.edit(null, 2);
  one.close();
  two.close();
  expect(openTab({ version: 2 }).earlier).toMatchObject([draft(1, rule)]);
});

test("a tab finds its own changes again, and one without any those that were made last", () => {
  const [one, two] = [openTab(), openTab()];
  one.edit(rule ?? null);
  const own = { ...sessionStorage };
  sessionStorage.clear();
  vi.setSystemTime(Date.now() + 1_000);
  two.edit(other ?? null);
  one.close();
  two.close();
  expect(openTab().found).toEqual([other]);
  for (const [name, text] of Object.entries(own)) sessionStorage.setItem(name, text);
  expect(open().found).toEqual([rule]);
});

test("changes that another tab goes on with and saves still wait for the tab they were made in", () => {
  const one = openTab();
  one.edit(rule ?? null);
  const two = openTab();
  expect(two.found).toEqual([rule]);
  two.edit(rule ?? null);
  two.edit(other ?? null);
  const [key = null] = Object.keys(localStorage);
  window.dispatchEvent(new StorageEvent("storage", { key }));
  two.edit(null, 2);
  one.close();
  two.close();
  expect(openTab({ version: 2 }).earlier).toMatchObject([draft(1, rule)]);
});

test("a tab that only looked at changes leaves none behind when they go on elsewhere", () => {
  const one = openTab();
  one.edit(rule ?? null);
  const two = openTab();
  two.edit(rule ?? null);
  const [key = null] = Object.keys(localStorage);
  one.edit(other ?? null);
  window.dispatchEvent(new StorageEvent("storage", { key }));
  expect(Object.keys(localStorage)).toEqual([key]);
});

test("changes are kept once more before a newer version is opened", () => {
  const one = openTab();
  one.edit(rule ?? null);
  localStorage.clear();
  one.keep();
  one.close();
  expect(openTab({ version: 2 }).earlier).toMatchObject([draft(1, rule)]);
});

test("changes of several versions wait for an answer each, and the oldest ones go when they are many", () => {
  for (let version = 1; version <= 7; version += 1) {
    const opened = open({ version });
    opened.edit(rule ?? null);
    opened.close();
  }
  const earlierAt = () => {
    const opened = open({ version: 8 });
    opened.close();
    return opened.earlier;
  };
  const versions = () => earlierAt().map(({ version }) => version);
  expect(versions()).toEqual([3, 4, 5, 6, 7]);
  forgetDraft(earlierAt()[1]?.name ?? "");
  expect(versions()).toEqual([3, 5, 6, 7]);
});

test("a row that is not finished is found as it was left, one that no editor knows is not", () => {
  const unfinished = (field: string, op: string) => ({
    ...rule,
    where: { all: [{ field, op, value: null }] },
  });
  const edited = open();
  edited.edit(unfinished("bpm", "gte"));
  edited.close();
  expect(open().found).toEqual([unfinished("bpm", "gte")]);
  for (const odd of [unfinished("colour", "gte"), unfinished("bpm", "anyOf")]) {
    localStorage.clear();
    localStorage.setItem(`clouder.rule.${SET}`, JSON.stringify({ version: 1, rule: odd }));
    expect(open().found).toEqual([]);
  }
});

test("what is no rule is not found", () => {
  localStorage.setItem(`clouder.rule.${SET}`, '{"version":1,"rule":{"where":"everything"}}');
  const opened = open();
  expect([opened.found, opened.earlier]).toEqual([[], []]);
});

test("what waits of a rule set goes with it, and nothing of another one", () => {
  for (const ruleSetId of [SET, OTHER_SET]) {
    const edited = open({ ruleSetId });
    edited.edit(rule ?? null);
    edited.close();
  }
  forgetDrafts(SET);
  expect(open().found).toEqual([]);
  expect(open({ ruleSetId: OTHER_SET }).found).toEqual([rule]);
});

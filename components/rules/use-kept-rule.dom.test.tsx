import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ruleTemplates } from "@/lib/rules/templates";
import type { RawRule } from "./draft-rule";
import type { KeptRule } from "./kept-rule";
import { forgetEarlier, useKeptRule } from "./use-kept-rule";

const [rule, other] = ruleTemplates(["Drumcode"]).map(({ definition }) => definition);
const SET = "3f0b6f0e-0000-4000-8000-000000000001";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** The editor as it is opened, and what it found. */
function open({ ruleSetId = SET, version = 1 } = {}) {
  const found: RawRule[] = [];
  const earlier: KeptRule[] = [];
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
  return { found, earlier, edit, close: editor.unmount };
}

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
  expect([later.found, later.earlier]).toEqual([[], [{ version: 1, rule }]]);
  later.edit(other ?? null);
  later.close();
  const again = open({ version: 2 });
  expect([again.found, again.earlier]).toEqual([[other], [{ version: 1, rule }]]);
  forgetEarlier(SET, 1);
  again.close();
  expect(open({ version: 2 }).earlier).toEqual([]);
});

test("what another tab keeps of it is not forgotten with what this one has saved", () => {
  const [one, two] = [open(), open()];
  one.edit(rule ?? null);
  two.edit(other ?? null);
  one.edit(null, 2);
  one.close();
  two.close();
  expect(open({ version: 2 }).earlier).toEqual([{ version: 1, rule: other }]);
});

test("changes of several versions wait for an answer each, and the oldest ones go when they are many", () => {
  for (let version = 1; version <= 7; version += 1) {
    const opened = open({ version });
    opened.edit(rule ?? null);
    opened.close();
  }
  const versionsAt = () => {
    const opened = open({ version: 8 });
    opened.close();
    return opened.earlier.map((kept) => kept.version);
  };
  expect(versionsAt()).toEqual([3, 4, 5, 6, 7]);
  forgetEarlier(SET, 4);
  expect(versionsAt()).toEqual([3, 5, 6, 7]);
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
    localStorage.setItem(`clouder.rule.${SET}`, JSON.stringify({ version: 1, rule: odd }));
    expect(open().found).toEqual([]);
  }
});

test("what is no rule is not found", () => {
  localStorage.setItem(`clouder.rule.${SET}`, '{"version":1,"rule":{"where":"everything"}}');
  const opened = open();
  expect([opened.found, opened.earlier]).toEqual([[], []]);
});

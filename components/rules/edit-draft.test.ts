import fc from "fast-check";
import { expect, test } from "vitest";
import { readRule } from "@/lib/rules/read-rule";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { randomRule } from "@/lib/rules/testing/random-rules";
import { beginHistory, change, redo, undo } from "./draft-history";
import {
  type DraftGroup,
  draftOf,
  idsByPath,
  isDraftGroup,
  newRow,
  rawOf,
  shapeOf,
  withField,
  withOperator,
} from "./draft-rule";
import {
  addNode,
  duplicateNode,
  liftNode,
  linesOf,
  moveNode,
  nestNode,
  placeOf,
  putRow,
  removeNode,
} from "./edit-draft";

const SEED = 20261121;
const runs = { seed: SEED, numRuns: 50 };

const rowIds = (root: DraftGroup) =>
  linesOf(root)
    .filter(({ node }) => !isDraftGroup(node))
    .map(({ node }) => node.id);

test("a rule that is edited and not changed is the rule it was", () => {
  fc.assert(
    fc.property(randomRule, (rule) => {
      expect(rawOf(draftOf(rule))).toEqual(rule);
    }),
    runs,
  );
});

test("moving, nesting and lifting keep each row exactly once", () => {
  const step = fc.record({ act: fc.nat({ max: 3 }), at: fc.nat() });
  fc.assert(
    fc.property(randomRule, fc.array(step, { maxLength: 30 }), (rule, steps) => {
      let root = draftOf(rule).where;
      const before = rowIds(root).toSorted();
      for (const [number, { act, at }] of steps.entries()) {
        const lines = linesOf(root);
        const id = lines[at % lines.length]?.node.id ?? "";
        if (act === 0) root = moveNode(root, id, -1);
        else if (act === 1) root = moveNode(root, id, 1);
        else if (act === 2) root = nestNode(root, id, `new-${number}`);
        else root = liftNode(root, id);
      }
      expect(rowIds(root).toSorted()).toEqual(before);
    }),
    runs,
  );
});

const rule = ruleDefinition.parse({
  where: {
    all: [
      { field: "bpm", op: "gte", value: 128 },
      { any: [{ field: "title", op: "contains", value: "acid" }] },
    ],
  },
});
const root = draftOf(rule).where;

test("a row past the end of its group leaves it, and the outermost group keeps all", () => {
  const left = moveNode(root, "where.all[1].any[0]", 1);
  expect(placeOf(left, "where.all[1].any[0]")).toMatchObject({ index: 1, parent: { id: "where" } });
  expect(moveNode(root, "where.all[0]", -1)).toEqual(root);
});

test("a group whose last row is moved out goes, before it and behind it", () => {
  const own = nestNode(root, "where.all[0]", "new");
  for (const by of [-1, 1] as const) expect(moveNode(own, "where.all[0]", by)).toEqual(root);
});

test("a row goes into the group above it, or into one of its own; lifted, an empty group goes", () => {
  const own = nestNode(root, "where.all[0]", "new");
  expect(placeOf(own, "where.all[0]")?.parent).toMatchObject({ id: "new", kind: "any" });
  expect(liftNode(own, "where.all[0]")).toEqual(root);
  const into = nestNode(moveNode(root, "where.all[0]", 1), "where.all[0]", "new");
  expect(placeOf(into, "where.all[0]")?.parent.id).toBe("where.all[1]");
});

test("a row is added behind the one that has the focus, or at the end of the group that has it", () => {
  const added = addNode(root, "where.all[0]", newRow("a"));
  expect(placeOf(added, "a")).toMatchObject({ index: 1, parent: { id: "where" } });
  expect(placeOf(addNode(root, "where.all[1]", newRow("a")), "a")?.parent.id).toBe("where.all[1]");
  expect(removeNode(added, "a")).toEqual(root);
  let made = 0;
  const twice = duplicateNode(root, "where.all[1]", () => `copy-${made++}`);
  expect(linesOf(twice).map(({ level }) => level)).toEqual([1, 2, 2, 3, 2, 3]);
});

test("a problem's path leads to its row, wherever that was moved", () => {
  const draft = { ...draftOf(rule), where: moveNode(root, "where.all[0]", 1) };
  const unfinished = { ...draft, where: putRow(draft.where, newRow("where.all[0]", "title")) };
  const read = readRule(rawOf(unfinished));
  if (read.ok) throw new Error("an unfinished row was taken");
  expect(read.problems.map(({ path }) => idsByPath(unfinished).get(path))).toEqual([
    "where.all[0]",
  ]);
});

test("another question keeps the value where it fits", () => {
  const label = { ...newRow("r", "label"), value: "Ostgut" };
  expect(withOperator(label, "in").value).toEqual(["Ostgut"]);
  expect(withOperator(withOperator(label, "in"), "contains").value).toBe("Ostgut");
  expect(withOperator(label, "isEmpty")).toEqual({ id: "r", field: "label", op: "isEmpty" });
  const bpm = { ...newRow("r", "bpm"), op: "gte", value: 128 };
  expect(withField(bpm, "plays")).toMatchObject({ op: "gte", value: 128 });
  expect(withField(bpm, "key")).toMatchObject({ op: "is", value: "8A" });
  const day = { id: "r", field: "savedAt" as const, op: "on", value: "2026-11-13" };
  expect(withField(day, "judgedAt")).toMatchObject({ op: "on", value: "2026-11-13" });
  const range = { ...bpm, op: "between", value: [1, 2] };
  expect(withField(range, "plays")).toMatchObject({ op: "between", value: [1, 2] });
  const title = { id: "r", field: "title" as const, op: "is", value: "Acid" };
  expect(withField(title, "label")).toMatchObject({ op: "is", value: "" });
  expect(shapeOf("key", "within")).toBe("steps");
});

test("everything can be taken back and written again, what was typed into one field at once", () => {
  const texts = ["", "a", "ac", "aci", "x"];
  let history = beginHistory("");
  for (const text of texts.slice(1, 4)) history = change(history, text, "title");
  history = change(history, "x", "other");
  expect(undo(history).now).toBe("aci");
  expect(undo(undo(history)).now).toBe("");
  expect(redo(redo(undo(undo(history)))).now).toBe("x");
  expect(undo(undo(undo(history))).now).toBe("");
});

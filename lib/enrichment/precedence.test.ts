import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chooseFact,
  type FactSource,
  factSources,
  precedence,
  type Said,
  type SharedField,
} from "./precedence";

const fields = Object.keys(precedence) as SharedField[];
const value = fc.option(fc.constantFrom("", "one", "two", "three"), { nil: null });

/** What sources say of the title, in any order of speaking; the other fields are chosen alike. */
const speeches = fc
  .uniqueArray(fc.record({ source: fc.constantFrom(...factSources), title: value }), {
    selector: ({ source }) => source,
  })
  .map((told) => told.map(({ source, title }) => [source, { title }] as const));

const saidBy = (told: readonly (readonly [FactSource, Said[FactSource]])[]): Said =>
  Object.fromEntries(told);

test("the first source of a field's order that says anything is believed, whoever spoke first", () => {
  fc.assert(
    fc.property(speeches, (told) => {
      const first = precedence.title
        .map((source) => saidBy(told)[source]?.title)
        .find((title) => title !== undefined && title !== null && title !== "");
      expect(chooseFact("title", saidBy(told))).toBe(first ?? null);
      expect(chooseFact("title", saidBy([...told].reverse()))).toBe(first ?? null);
    }),
    { seed: 5 },
  );
});

test("a later source fills a gap and changes nothing that is known", () => {
  fc.assert(
    fc.property(speeches, fc.nat(), value, (told, pick, title) => {
      const spoken = told.map(([source]) => precedence.title.indexOf(source));
      const last = Math.max(-1, ...spoken);
      const later = precedence.title.slice(last + 1);
      const source = later[pick % Math.max(1, later.length)];
      if (!source) return;
      const before = chooseFact("title", saidBy(told));
      const after = chooseFact("title", saidBy([...told, [source, { title }]]));
      expect(after).toBe(before ?? (title || null));
    }),
    { seed: 5 },
  );
});

test("who is not named for a field is never believed, and no order names anybody twice", () => {
  for (const field of fields) {
    const named = precedence[field];
    expect(new Set(named).size, field).toBe(named.length);
    for (const source of factSources.filter((other) => !named.includes(other))) {
      expect(chooseFact(field, { [source]: { [field]: "said" } }), field).toBeNull();
    }
  }
});

test("a language model is never asked for what can be measured", () => {
  expect(fields.filter((field) => precedence[field].includes("llm"))).toEqual(["energy", "mood"]);
});

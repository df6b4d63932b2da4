import fc from "fast-check";
import { expect, test } from "vitest";
import { type Classification, isLabel, rivalsOf, standingLabels } from "./classification";

const labels = ["energy:low", "energy:high", "mood:dark", "mood:warm", "fits:Peak", "fits:Tools"];

/** As the table has them: of each label one word of the rules and one of the person at most. */
const classifications = fc.uniqueArray(
  fc
    .record({
      label: fc.constantFrom(...labels),
      origin: fc.constantFrom("rule", "manual"),
      holds: fc.boolean(),
    })
    .map((said): Classification => (said.origin === "rule" ? { ...said, holds: true } : said)),
  { selector: ({ label, origin }) => `${origin} ${label}` },
);

test("whatever the rules say, a person's word stands", () => {
  fc.assert(
    fc.property(classifications, (said) => {
      const standing = standingLabels(said);
      for (const { label, holds } of said.filter(({ origin }) => origin === "manual")) {
        expect(standing.includes(label)).toBe(holds);
        if (holds) {
          const rivals = rivalsOf(label).filter((rival) => standing.includes(rival));
          const affirmed = said.filter(({ origin, holds }) => origin === "manual" && holds);
          expect(affirmed.map((one) => one.label)).toEqual(expect.arrayContaining(rivals));
        }
      }
    }),
    { seed: 5 },
  );
});

test("where a person said nothing, the rules' labels stand", () => {
  const said = labels.map((label): Classification => ({ label, origin: "rule", holds: true }));
  expect(standingLabels(said)).toEqual([...labels].sort());
});

test("a label is an energy, a mood or the fit of a category, and nothing else", () => {
  expect(labels.every(isLabel)).toBe(true);
  for (const text of ["energy:huge", "mood:", "fits:", "fits: Peak", "high", "", "tempo:fast"]) {
    expect(isLabel(text), text).toBe(false);
  }
});

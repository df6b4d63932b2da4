import fc from "fast-check";
import { expect, test } from "vitest";
import { type Classification, rivalsOf, standingLabels } from "./classification";
import { energies, moods } from "./enrichment";
import { labelsOf, stands, withWord } from "./label-view";

const choices = { energy: energies, mood: moods, fits: ["Opener", "Peak Time"] };
const allLabels = Object.entries(choices).flatMap(([kind, names]) =>
  names.map((name) => `${kind}:${name}`),
);
const label = fc.constantFrom(...allLabels);
const classifications = fc.uniqueArray(
  fc.record({
    label,
    origin: fc.constantFrom("rule" as const, "manual" as const),
    holds: fc.boolean(),
  }),
  { selector: (one) => `${one.label} ${one.origin}` },
);
const affirmed = (all: Classification[]) =>
  all.map((one) => (one.origin === "rule" ? { ...one, holds: true } : one));

const standing = (labels: ReturnType<typeof labelsOf>) =>
  labels
    .filter((one) => stands(one, labels))
    .map((one) => one.label)
    .sort();

test("what is shown to stand is what rules are asked", () => {
  fc.assert(
    fc.property(classifications, (some) => {
      const all = affirmed(some);
      expect(standing(labelsOf(all, choices))).toEqual(standingLabels(all));
    }),
  );
});

test("a word is shown at once as it will be kept: it takes the place of a rival that was affirmed", () => {
  fc.assert(
    fc.property(
      classifications,
      label,
      fc.option(fc.boolean(), { nil: null }),
      (some, said, holds) => {
        const all = affirmed(some);
        const rivals = holds ? rivalsOf(said) : [];
        const kept = all.filter(
          (one) =>
            one.origin === "rule" ||
            (one.label !== said && !(one.holds && rivals.includes(one.label))),
        );
        const word = { label: said, origin: "manual" as const, holds: holds === true };
        expect(withWord(labelsOf(all, choices), { label: said, said: holds })).toEqual(
          labelsOf(holds === null ? kept : [...kept, word], choices),
        );
      },
    ),
  );
});

test("a label of a category that is gone is still shown, and can be taken back", () => {
  const gone = { label: "fits:Closing", origin: "manual" as const, holds: true };
  expect(labelsOf([gone], choices)).toContainEqual({
    label: "fits:Closing",
    kind: "fits",
    name: "Closing",
    byRule: false,
    said: true,
  });
});

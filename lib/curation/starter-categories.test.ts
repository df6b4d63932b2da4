import { expect, test } from "vitest";
import { shortcutProblem } from "./reserved-keys";
import { newCategory } from "./schema";
import { starterCategories } from "./starter-categories";

const slugs = [
  "techno-peak-time-driving",
  "drum-bass",
  "minimal-deep-tech",
  "trap-future-bass",
  "afro-house",
  "rock",
  "",
];

test.each(slugs)(
  "the offers for %s can be made as they are: names, colours and keys apart",
  (slug) => {
    const offers = starterCategories(slug);
    expect(offers.length).toBeGreaterThanOrEqual(3);
    for (const field of ["name", "color", "shortcut"] as const) {
      expect(new Set(offers.map((offer) => offer[field])).size).toBe(offers.length);
    }
    for (const offer of offers) {
      expect(newCategory.parse(offer)).toEqual(offer);
      expect(shortcutProblem(offer.shortcut ?? "")).toBeNull();
    }
  },
);

test("families differ: techno warms up, drum & bass rolls", () => {
  expect(starterCategories("techno-peak-time-driving").map(({ name }) => name)).toContain("Tools");
  expect(starterCategories("drum-bass").map(({ name }) => name)).toContain("Rollers");
});

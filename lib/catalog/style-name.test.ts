import { expect, test } from "vitest";
import { splitStyleName } from "./style-name";

test("parts a style into its family and its branch", () => {
  expect(splitStyleName("Techno (Peak Time / Driving)")).toEqual({
    family: "Techno",
    branch: "Peak Time / Driving",
  });
});

test("leaves a style without a branch whole", () => {
  expect(splitStyleName("Minimal / Deep Tech")).toEqual({
    family: "Minimal / Deep Tech",
    branch: null,
  });
  expect(splitStyleName("(Odd)")).toEqual({ family: "(Odd)", branch: null });
});

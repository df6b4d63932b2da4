import { expect, test } from "vitest";
import { figureProblem } from "./bench-figure.mjs";

test("a figure has a name, a number, a unit and what it was measured on", () => {
  const figure = { name: "week.collect_s", value: 4.2, unit: "s", on: "700 tracks" };
  expect(figureProblem(JSON.stringify(figure))).toBeNull();
  expect(figureProblem(JSON.stringify({ ...figure, value: null }))).toContain("number");
  expect(figureProblem(JSON.stringify({ ...figure, value: "4.2" }))).toContain("number");
  expect(figureProblem(JSON.stringify({ ...figure, on: "" }))).toContain("on");
  expect(figureProblem("null")).toContain("name");
  expect(figureProblem("done in 4 s")).toContain("JSON");
});

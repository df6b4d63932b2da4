import { expect, test } from "vitest";
import { keyProblem } from "./key-problem";

const others = [
  { name: "Warm-up", shortcut: "1" },
  { name: "Acid", shortcut: "a" },
  { name: "Tools", shortcut: null },
];

test("names the category that already has the key, whatever its case", () => {
  expect(keyProblem("1", others)).toBe("That key already sorts into Warm-up.");
  expect(keyProblem("A", others)).toBe("That key already sorts into Acid.");
});

test("refuses keys the board needs and keys that type nothing", () => {
  expect(keyProblem("j", others)).not.toBeNull();
  expect(keyProblem(" ", others)).not.toBeNull();
  expect(keyProblem("F5", others)).not.toBeNull();
});

test("accepts a key nobody has", () => {
  expect(keyProblem("2", others)).toBeNull();
  expect(keyProblem("ö", others)).toBeNull();
});

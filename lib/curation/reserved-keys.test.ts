import { expect, test } from "vitest";
import { normalizeShortcut, shortcutProblem } from "./reserved-keys";

test.each(["1", "9", "q", "w", "ä", "Q", "$", "é"])("%s can be a shortcut", (key) => {
  expect(shortcutProblem(key)).toBeNull();
});

test.each(["0", "j", "J", " ", "/", "[", "ArrowUp", "Escape", "Enter"])(
  "%s belongs to the board",
  (key) => {
    expect(shortcutProblem(key)).toBe("The board uses that key itself.");
  },
);

test.each(["F5", "Tab", "Shift", "ab", "", "\u0007", "\u00a0"])("%j types nothing", (key) => {
  expect(shortcutProblem(key)).not.toBeNull();
});

test("shift makes no other shortcut of a letter", () => {
  expect(normalizeShortcut("Q")).toBe("q");
});

import { expect, test } from "vitest";
import { capOf } from "./key-caps";

test("a chord is written as on the keyboard in front of the DJ", () => {
  expect(capOf("mod+k", true)).toBe("⌘K");
  expect(capOf("mod+k", false)).toBe("Ctrl K");
  expect(capOf("shift+g", false)).toBe("⇧G");
  expect(capOf("alt+ArrowUp", true)).toBe("⌥↑");
  expect(capOf("Space", true)).toBe("Space");
  expect(capOf("+", true)).toBe("+");
  expect(capOf("Escape", true)).toBe("Esc");
});

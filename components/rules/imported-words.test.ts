import { expect, test } from "vitest";
import { importedWords } from "./imported-words";

test("what was imported says how many of its pins and exclusions name tracks that are not known", () => {
  expect(importedWords(0)).toBe("Imported.");
  expect(importedWords(1)).toBe("Imported. 1 track it pins or keeps out is not known here.");
  expect(importedWords(3)).toBe("Imported. 3 tracks it pins or keeps out are not known here.");
});

import { expect, test } from "vitest";
import { draftProblem } from "./draft-category";

const draft = (name: string) => ({ id: name, name, color: 1, shortcut: null });

test("says what keeps categories from being created", () => {
  expect(draftProblem([])).toMatch(/at least one/);
  expect(draftProblem([draft("Warm-up"), draft("  ")])).toBe("A category needs a name.");
  expect(draftProblem([draft("Tools"), draft(" tools ")])).toBe("Two categories are called tools.");
});

test("lets good drafts through", () => {
  expect(draftProblem([draft("Warm-up"), draft("Tools")])).toBeNull();
});

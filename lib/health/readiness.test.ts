import { expect, test } from "vitest";
import { readinessOf } from "./readiness";

const fine = { databaseAnswers: true, missingMigrations: 0, background: "ready" } as const;

test("ready when every part is in order", () => {
  expect(readinessOf(fine)).toEqual({
    status: "ready",
    ready: true,
    parts: { database: "ok", migrations: "ok", background: "ok" },
  });
});

test.each([
  [{ databaseAnswers: false }, "database", "does not answer"],
  [{ missingMigrations: 1 }, "migrations", "1 is missing"],
  [{ missingMigrations: 3 }, "migrations", "3 are missing"],
  [{ missingMigrations: null }, "migrations", "unknown"],
  [{ background: "unregistered" }, "background", "the functions are not registered yet"],
  [
    { background: "unreachable" },
    "background",
    "the server of the background work does not answer",
  ],
] as const)("with %o it is not ready, and says which part", (change, part, words) => {
  const { ready, parts } = readinessOf({ ...fine, ...change });
  expect(ready).toBe(false);
  expect(parts[part]).toBe(words);
});

test("without a named server of background work there is none to wait for", () => {
  expect(readinessOf({ ...fine, background: null }).ready).toBe(true);
});

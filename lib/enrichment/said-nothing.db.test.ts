import { expect, test } from "vitest";
import { listEnrichments, writeEnrichments } from "@/db/queries/enrichments";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";

const KEY = "isrc:DEABC2600001";
const said = { userId: null, recordingKey: KEY, source: "llm" as const, version: 1 };
const words = { ...said, at: new Date("2026-11-01T10:00Z"), categories: ["techno"], values: {} };
const guess = { ...words, categories: [], values: { mood: "dark" as const } };
const nothing = { ...guess, at: new Date("2026-11-01T11:00Z"), values: {} };

test.each([
  ["words before nothing", [[words], [nothing]]],
  ["nothing before words", [[nothing], [words]]],
  ["a guess before nothing", [[guess], [nothing]]],
  ["both at once", [[guess, nothing]]],
])("an answer without content takes no other's place, in whatever order they come: %s", (_, told) =>
  withRollback(async (tx) => {
    for (const rows of told) await writeEnrichments(tx, rows);
    const { id: userId } = await createUser(tx);
    const kept = await listEnrichments(tx, { userId, recordingKeys: [KEY] });
    expect(kept).toEqual(told.flat().filter((row) => row !== nothing));
  }),
);

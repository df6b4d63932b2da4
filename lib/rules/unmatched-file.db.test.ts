import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { writeFacts } from "@/db/queries/rules-facts";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { createRuleSet } from "./create-rule-set";
import { everyTrack, ruleDefinition } from "./rule-schema";
import { makeTrack } from "./testing/make-track";
import { unmatchedFile } from "./unmatched-file";

const now = new Date("2026-11-21T10:00:00Z");
const fast = ruleDefinition.parse({ where: { all: [{ field: "bpm", op: "gte", value: 130 }] } });
const slow = (at: number) =>
  makeTrack({
    recordingKey: `name:${String(at).padStart(4, "0")}`,
    title: `=Slow, ${at}`,
    bpm: 100,
  });

/** More than one reading of tracks, and one that a rule set takes. */
async function makeDj(db: Db) {
  const { id: userId } = await createUser(db);
  const facts = [
    ...Array.from({ length: 2001 }, (_, at) => slow(at)),
    makeTrack({ recordingKey: "name:fast", bpm: 140 }),
  ];
  await writeFacts(db, { userId, facts });
  await createRuleSet(db, { userId, name: "Fast", definition: fast });
  return userId;
}

test("the report is a table of every track that no rule set takes", () =>
  withRollback(async (tx) => {
    const userId = await makeDj(tx);
    const file = unmatchedFile(tx, { userId, now, format: "csv" });
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain('filename="in-no-rule-set.csv"');
    const [head, first, ...rest] = (await file.text()).split("\r\n");
    expect(head).toMatch(/^title,mix,artists,/);
    expect(first).toBe(`"'=Slow, 0",,,,100,,,,,name:0000`);
    expect(rest).toHaveLength(2001);
    expect(rest.at(-1)).toBe("");
  }));

test("the report is JSON of every track that no rule set takes, and an empty list when all are taken", () =>
  withRollback(async (tx) => {
    const userId = await makeDj(tx);
    const read = async (of: string) => {
      const file = unmatchedFile(tx, { userId: of, now, format: "json" });
      expect(file.headers.get("content-type")).toBe("application/json");
      return file.json();
    };
    const tracks = await read(userId);
    expect(tracks).toHaveLength(2001);
    expect(tracks[0]).toMatchObject({ recordingKey: "name:0000", title: "=Slow, 0", bpm: 100 });
    expect(tracks.at(-1)).toMatchObject({ recordingKey: "name:2000" });
    const stranger = await createUser(tx);
    expect(await read(stranger.id)).toEqual([]);
    await createRuleSet(tx, { userId, name: "All", definition: everyTrack });
    expect(await read(userId)).toEqual([]);
  }));

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { lockFacts } from "@/db/queries/facts-stale";
import { writeFacts } from "@/db/queries/rules-facts";
import { createUser } from "@/db/testing/factories";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { correctLabel } from "./correct-label";
import { beginClassification, goOnClassifying, requestClassification } from "./reclassify-tracks";
import { tagTracks, untagTracks } from "./tag-tracks";

const recordingKey = "isrc:ONE";

async function untilSomebodyWaits() {
  for (;;) {
    const waiting = await db.execute(sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `);
    if (waiting.length > 0) return;
  }
}

test("while the catalogue is gone through, nobody else's work on the user's facts has to wait", async () => {
  const { id: userId } = await createUser(db);
  await writeFacts(db, { userId, facts: [makeTrack({ recordingKey })] });
  const run = { userId, runId: "run" };
  await requestClassification(db, { userId });
  await beginClassification(db, run);
  const tags = { userId, recordingKeys: [recordingKey], tags: ["Dark"] };
  const works: [what: string, work: () => Promise<unknown>][] = [
    ["tag", () => tagTracks(db, tags)],
    ["correct", () => correctLabel(db, { userId, recordingKey, label: "mood:dark", holds: true })],
    ["reclassify", () => goOnClassifying(db, { ...run, after: "" })],
    ["untag", () => untagTracks(db, tags)],
  ];
  for (const [what, work] of works) {
    const done = await db.transaction(async (tx) => {
      await tx.execute(sql`lock table styles in access exclusive mode`);
      const working = work();
      await untilSomebodyWaits();
      await db.transaction(async (other) => {
        await other.execute(sql`set local lock_timeout = '2s'`);
        await expect(lockFacts(other, { userId }), what).resolves.toBeUndefined();
      });
      return { working };
    });
    await done.working;
  }
});

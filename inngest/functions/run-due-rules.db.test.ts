import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMatch, createStyle, createTrack } from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";
import { startBackground, until } from "@/inngest/testing/background";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { freePort } from "@/scripts/lib/free-port.mjs";

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
const dj = await startRules();
const { db, userId, uris, definition, start } = dj;
const { findSource } = await import("@/db/queries/sources");
const { inngest } = await import("@/inngest/client");
const { ruleSetDue } = await import("@/inngest/events");
const { findRuleSet } = await import("@/db/queries/rule-sets");
const { findTarget } = await import("@/db/queries/rule-sets-targets");
const { scheduleRuleSet } = await import("@/lib/rules/edit-rule-set");
const { proposeRuleSet } = await import("@/lib/rules/propose-rule-set");
const { saveRuleSet } = await import("@/lib/rules/save-rule-set");
const { createSource } = await import("@/lib/sources/testing/fetch-now");
const { fetchSource } = await import("./fetch-source");
const { runDueRules } = await import("./run-due-rules");

let background: Awaited<ReturnType<typeof startBackground>>;
beforeAll(async () => {
  const functions = [runDueRules, fetchSource];
  background = await startBackground({ client: inngest, functions, enginePort });
});
afterAll(async () => {
  await background.close();
  await dj.close();
});

test("a rule set that runs by itself takes what its source holds by then, and lets go what it no longer holds", async () => {
  const style = await createStyle(db);
  const publish = async (externalUri = "") => {
    const track = await createTrack(db, { styleId: style.id, bpm: 140 });
    await createMatch(db, { trackId: track.id, externalUri });
    return track.id;
  };
  const [first, second, third] = uris.slice(10, 13);
  const gone = await publish(first);
  await publish(second);
  const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
  const sourceId = await createSource(db, { ...wish, userId });
  await refresh(db, { userId });

  const own = await dj.makeSet("Out of a style");
  const drawn = { ...definition, where: { all: [] }, sources: [sourceId] };
  await saveRuleSet(db, { ...own, definition: drawn, basedOn: 1 });
  const playlistId = await dj.make("Out of a style", []);
  const follow = { playlistId, name: "Out of a style", follows: true, now: start };
  await dj.approveAndCarryOut((await proposeRuleSet(db, { ...own, ...follow })).planId, start);
  const schedule = { scheduleHours: 24, automatic: true, removalThreshold: 9 };
  await scheduleRuleSet(db, { ...own, ...schedule, now: start });

  await publish(third);
  await db.execute(sql`delete from tracks where id = ${gone}::uuid`);
  await db.execute(sql`update sources set fetched_at = now() - interval '1 day'`);

  let isOver = false;
  const running = background.run(ruleSetDue.create(own)).finally(() => {
    isOver = true;
  });
  await until(async () => {
    const source = await findSource(db, { sourceId, userId });
    return isOver || (source?.status === "ready" && source.total === 2 && source.edition === 2);
  });
  const asleep = () =>
    db.execute(sql`select 1 from engine.timers where kind = 'sleep' and due_at > now()`);
  while (!isOver) {
    await refresh(db, { userId });
    await background.wakeSleepers({ unless: () => isOver });
    await until(async () => isOver || (await asleep()).length > 0);
  }
  const [run] = await running;
  expect(run).toMatchObject({ status: "Completed", output: { outcome: "approved" } });
  await dj.carryOut((await findTarget(db, own))?.planId ?? "");
  expect((await dj.rowsOf(playlistId)).toSorted()).toEqual([second, third].toSorted());
  expect((await findRuleSet(db, own))?.problem).toBeNull();
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRelease, createStyle, createTrack } from "@/db/testing/factories";
import { forgetMarks } from "@/db/testing/forget-marks";
import { startListener } from "@/db/testing/listener";
import { startBackground, until } from "@/inngest/testing/background";
import { freePort } from "@/scripts/lib/free-port.mjs";

const listener = await startListener();
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

const { db, sqlClient } = await import("@/db/client");
const { listFacts } = await import("@/db/queries/rules-facts");
const { inngest } = await import("@/inngest/client");
const { classificationRequested, factsOutdated, jobCancelled, librarySyncRequested } = await import(
  "@/inngest/events"
);
const { correctLabel } = await import("@/lib/enrichment/correct-label");
const { requestClassification } = await import("@/lib/enrichment/reclassify-tracks");
const { readFactsState } = await import("@/lib/enrichment/refresh-facts");
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { requestSync } = await import("@/lib/library/request-sync");
const { reclassify } = await import("./reclassify");
const { refreshFacts } = await import("./refresh-facts");
const { syncLibrary } = await import("./sync-library");

let background: Awaited<ReturnType<typeof startBackground>>;
let owner = { userId: "", connectionId: "" };

beforeAll(async () => {
  const functions = [syncLibrary, refreshFacts, reclassify];
  background = await startBackground({ client: inngest, functions, enginePort });
  owner = await listener.connect(db);
});
afterAll(async () => {
  await background.close();
  await listener.close();
});

const refreshes = async () => {
  const runs = await db.execute<{ status: string }>(
    sql`select status from engine.runs where function_id like '%refresh-facts'`,
  );
  return runs.map(({ status }) => status);
};
const jobOf = async (kind: string) => {
  const [job] = await db.execute<{ id: string; status: string; message: string | null }>(sql`
    select id, status, message from jobs where kind = ${kind}::job_kind order by created_at desc
  `);
  return job;
};
const isOpen = (status: string) => status === "queued" || status === "running";
const isTrack = ({ uri }: { uri: string }) => uri.startsWith("spotify:track:");
const viewer = () => ({ id: owner.userId, role: "member" as const });
const outdated = () => factsOutdated.create({ userId: owner.userId });

/** A refresh as soon as it is asked for, without the wait for further changes. */
async function refresh() {
  const running = background.run(outdated());
  await background.wakeSleepers();
  return (await running)[0];
}

test("what a sync read, rules can ask for; many changes in a breath are gathered once", async () => {
  const { userId } = owner;
  const wish = { userId, provider: "spotify", trigger: "manual" } as const;
  const { syncId } = await requestSync(db, wish);
  await background.run(librarySyncRequested.create({ syncId: syncId ?? "", userId }));
  await background.wakeSleepers();
  await until(async () => (await refreshes()).includes("completed"));
  expect((await readFactsState(db, owner)).asOf).not.toBeNull();

  const saved = (await listener.truth("saved-tracks")).filter(isTrack).map(({ uri }) => uri);
  const known = await db.execute<{ uri: string }>(sql`
    select 'spotify:track:' || l.external_id as uri from track_facts f
    join library_recordings l on l.recording_key = f.recording_key
    where f.user_id = ${userId}::uuid and f.is_saved
  `);
  const uris = new Set(known.map(({ uri }) => uri));
  expect(saved.filter((uri) => !uris.has(uri))).toEqual([]);

  await inngest.send([outdated(), outdated(), outdated()]);
  await background.wakeSleepers();
  await until(async () => (await refreshes()).length === 2 && !(await refreshes()).some(isOpen));
  expect(await refreshes()).toEqual(["completed", "completed"]);
});

test("what the catalogue has learnt, labels say once they are worked out again; a person's word stays", async () => {
  const { userId } = owner;
  const rows = await db.execute<{ key: string }>(
    sql`select recording_key as key from track_facts order by recording_key limit 2`,
  );
  const [fast = "", slow = ""] = rows.map(({ key }) => key);
  const style = await createStyle(db, { name: "Techno" });
  const { id: releaseId } = await createRelease(db);
  const keys = new Map([
    [120, slow],
    [139, fast],
  ]);
  for (let bpm = 120; bpm < 140; bpm += 1) {
    const recordingKey = keys.get(bpm) ?? `isrc:${bpm}`;
    await createTrack(db, { styleId: style.id, releaseId, bpm, recordingKey });
  }
  await correctLabel(db, { userId, recordingKey: slow, label: "energy:medium", holds: true });
  await requestClassification(db, { userId });
  const [run] = await background.run(classificationRequested.create({ userId }));
  expect(run).toMatchObject({ status: "Completed", output: { steps: 1 } });
  const facts = await listFacts(db, { userId, recordingKeys: [fast, slow] });
  const labels = new Map(facts.map((one) => [one.recordingKey, one.classifications]));
  expect(labels.get(fast)).toContain("energy:high");
  expect(labels.get(slow)).toContain("energy:medium");
  expect(labels.get(slow)).not.toContain("energy:low");
  expect(await jobOf("classification")).toMatchObject({ status: "done" });
});

test("a refresh of many recordings that is stopped ends; tried again, it gathers the rest", async () => {
  await db.execute(sql`
    insert into track_tags (user_id, recording_key, folded, tag)
    select ${owner.userId}::uuid, 'isrc:DETAG' || lpad(n::text, 7, '0'), 'mine', 'Mine'
    from generate_series(1, 700) as n
  `);
  await forgetMarks(db, owner);
  // whoever gathers facts waits for the person's row
  const held = await sqlClient.reserve();
  await held`begin`;
  await held`select 1 from users where id = ${owner.userId} for no key update`;
  const running = refresh();
  await until(async () => (await jobOf("facts"))?.status === "running");
  const jobId = (await jobOf("facts"))?.id ?? "";
  await cancelJob(db, { jobId, viewer: viewer() });
  await inngest.send(jobCancelled.create({ kind: "facts", subjectId: owner.userId }));
  await held`commit`;
  held.release();
  expect(await running).toMatchObject({ status: "Cancelled" });
  expect((await readFactsState(db, owner)).stale).toBeGreaterThan(700);

  await retryJob(db, { jobId, viewer: viewer() });
  expect(await refresh()).toMatchObject({ status: "Completed" });
  expect(await jobOf("facts")).toMatchObject({ status: "done" });
  expect((await readFactsState(db, owner)).stale).toBe(0);
});

test("what fails for good fails its job, in a sentence for people", async () => {
  await db.execute(
    sql`alter table track_classifications add check (label <> 'energy:high') not valid`,
  );
  await requestClassification(db, owner);
  const [run] = await background.run(classificationRequested.create({ userId: owner.userId }));
  expect(run?.status).toBe("Failed");
  await until(async () => (await jobOf("classification"))?.status === "failed");
  expect(await jobOf("classification")).toMatchObject({
    message: "It stopped because of a fault in Clouder.",
  });
});

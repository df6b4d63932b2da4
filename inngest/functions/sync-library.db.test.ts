import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DuePage } from "@/db/queries/sync-pages";
import { emptyTables } from "@/db/testing/empty-tables";
import { readKnown, readTruth } from "@/db/testing/library-truth";
import { endWaits, startListener } from "@/db/testing/listener";
import { startBackground, until } from "@/inngest/testing/background";
import { freePort } from "@/scripts/lib/free-port.mjs";

const listener = await startListener();
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { jobCancelled, librarySyncRequested, playsDue } = await import("@/inngest/events");
const { pollPlays } = await import("./poll-plays");
const { syncLibrary } = await import("./sync-library");
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { beginSync } = await import("@/lib/library/begin-sync");
const { requestDueSyncs } = await import("@/lib/library/request-due-syncs");
const { requestSync } = await import("@/lib/library/request-sync");
const { claimDuePlays, claimStillSyncs } = await import("@/db/queries/sync-due");

let background: Awaited<ReturnType<typeof startBackground>>;
let owner = { userId: "", connectionId: "" };

beforeAll(async () => {
  const functions = [syncLibrary, pollPlays];
  background = await startBackground({ client: inngest, functions, enginePort });
});
afterAll(async () => {
  await background.close();
  await listener.close();
});
beforeEach(async () => {
  await listener.heal();
  await emptyTables(db, "users", "jobs", "provider_buckets", "provider_cooldowns");
  owner = await listener.connect(db);
});

async function request() {
  const wish = { userId: owner.userId, provider: "spotify", trigger: "manual" } as const;
  const { syncId } = await requestSync(db, wish);
  return { syncId: syncId ?? "", userId: owner.userId };
}

const jobOf = async () => {
  const [job] = await db.execute<{ id: string; status: string; waiting_until: string | null }>(
    sql`select id, status, waiting_until from jobs where kind = 'sync'`,
  );
  return job;
};
const viewer = () => ({ id: owner.userId, role: "member" as const });

test("a library is read whole by the background, and the job says so", async () => {
  const [run] = await background.run(librarySyncRequested.create(await request()));
  expect(run).toMatchObject({ status: "Completed", output: { status: "complete" } });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));
  expect(await jobOf()).toMatchObject({ status: "done" });
});

test("asked for twice, it is read once", async () => {
  const first = await request();
  expect(await request()).toEqual(first);
  await background.run(librarySyncRequested.create(first));
  const [again] = await background.run(librarySyncRequested.create(first));
  expect(again?.output).toEqual({ status: "nothing to do" });
});

test("a run that was killed half-way goes on where it stood: no page is read twice", async () => {
  const wanted = await request();
  const sync = await beginSync(db, { ...wanted, runId: "killed" });
  if (!sync) throw new Error("not open");
  const { askLibrary } = await import("@/lib/library/ask-library");
  const { storePage } = await import("@/lib/library/store-page");
  const { listDuePages } = await import("@/db/queries/sync-pages");
  const before = (await listener.requests()).length;
  const ask = askLibrary(db, sync);
  for (let page = 0; page < 14; page += 1) {
    const [due] = await listDuePages(db, { syncId: wanted.syncId, except: [], limit: 1 });
    if (due) await storePage(db, sync, due, await ask(due));
  }
  const [run] = await background.run(librarySyncRequested.create(wanted));
  expect(run).toMatchObject({ status: "Completed", output: { status: "complete" } });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));

  const requests = (await listener.requests()).slice(before);
  const once = requests.filter((path) => !path.includes("/me/playlists?"));
  expect(new Set(once).size).toBe(once.length);
});

test("a spent quota holds up its own part only, and no attempt is spent on it", async () => {
  await listener.fail({ kind: "quota", times: 1, match: { path: "/playlists/[^/]+/items" } });
  const running = background.run(librarySyncRequested.create(await request()));
  await until(async () => (await jobOf())?.status === "waiting");
  expect((await jobOf())?.waiting_until).not.toBeNull();
  const parts = await db.execute<{ part: string; status: string }>(
    sql`select part, status from sync_run_parts where status <> 'complete'`,
  );
  expect(parts).toEqual([{ part: "playlists", status: "waiting" }]);
  expect(await db.execute(sql`select status from sync_runs`)).toEqual([{ status: "waiting" }]);

  await endWaits(db);
  await background.wakeSleepers();
  expect((await running)[0]).toMatchObject({ status: "Completed", output: { status: "complete" } });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));
});

test("an answer that was under way when its part was told to wait does not end the wait", async () => {
  const { syncId, userId } = await request();
  const sync = await beginSync(db, { syncId, userId, runId: "waits" });
  if (!sync) throw new Error("not open");
  const { askLibrary } = await import("@/lib/library/ask-library");
  const { reportPart } = await import("@/lib/library/report-part");
  const { reportTrouble } = await import("@/lib/library/report-trouble");
  const { storePage } = await import("@/lib/library/store-page");
  const { WaitUntilError } = await import("@/lib/traffic/provider-error");
  const { listDuePages } = await import("@/db/queries/sync-pages");
  const ask = askLibrary(db, sync);
  const store = async (due: DuePage) => {
    await storePage(db, sync, due, await ask(due));
    await db.transaction((tx) => reportPart(tx, sync, { part: due.part, requests: 1 }));
  };
  const ofSaved = async () => {
    const due = await listDuePages(db, { syncId, except: [], limit: 100 });
    return due.filter(({ part }) => part === "saved_tracks");
  };
  const [first] = await ofSaved();
  if (!first) throw new Error("no page to begin with");
  await store(first);
  const [refused, underWay] = await ofSaved();
  if (!refused || !underWay) throw new Error("a library of one page");

  const until = new Date(Date.now() + 3_600_000);
  await reportTrouble(db, sync, refused, new WaitUntilError("spotify", "library", until));
  await store(underWay);
  const statusOf = async () => {
    const [row] = await db.execute<{ status: string; waits: number }>(
      sql`select status, waits from sync_run_parts where part = 'saved_tracks'`,
    );
    return row;
  };
  expect(await statusOf()).toEqual({ status: "waiting", waits: 1 });

  await endWaits(db);
  await store(refused);
  expect(await statusOf()).toEqual({ status: "complete", waits: 1 });
});

test("withdrawn access fails the run in a plain sentence", async () => {
  const wanted = await request();
  await listener.act("revoke", { accessTokens: true });
  const [run] = await background.run(librarySyncRequested.create(wanted));
  expect(run?.status).toBe("Failed");
  await until(async () => (await jobOf())?.status === "failed");
  expect(await db.execute(sql`select message from jobs`)).toEqual([
    { message: "Spotify withdrew Clouder's access. Reconnect it." },
  ]);
  expect(await db.execute(sql`select status from sync_runs`)).toEqual([{ status: "failed" }]);
});

test("stopped by hand it ends, and tried again it reads what was left", async () => {
  await listener.fail({ kind: "quota", match: { path: "/me/following" } });
  const wanted = await request();
  const running = background.run(librarySyncRequested.create(wanted));
  await until(async () => (await jobOf())?.status === "waiting");
  const jobId = (await jobOf())?.id ?? "";
  const job = await cancelJob(db, { jobId, viewer: viewer() });
  expect(job).toMatchObject({ kind: "sync", subjectId: wanted.syncId });
  await inngest.send(jobCancelled.create({ kind: "sync", subjectId: wanted.syncId }));
  expect((await running)[0]?.status).toBe("Cancelled");
  expect(await db.execute(sql`select status from sync_runs`)).toEqual([{ status: "cancelled" }]);

  await listener.heal();
  await endWaits(db);
  expect(await retryJob(db, { jobId, viewer: viewer() })).toMatchObject({ wasOpen: false });
  const before = (await listener.requests()).length;
  const [run] = await background.run(librarySyncRequested.create(wanted));
  expect(run?.output).toMatchObject({ status: "complete" });
  expect((await listener.requests()).slice(before)).toEqual([
    expect.stringContaining("/me/following"),
  ]);
});

test("what is due is asked for once, and what stands still is announced again", async () => {
  await request();
  expect(await requestDueSyncs(db, { limit: 10 })).toEqual([]);
  expect(await claimStillSyncs(db, { minutes: 5 })).toEqual([]);
  await db.execute(sql`update sync_runs set announced_at = now() - interval '6 minutes'`);
  await db.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
  expect(await claimStillSyncs(db, { minutes: 5 })).toHaveLength(1);
  expect(await claimStillSyncs(db, { minutes: 5 })).toEqual([]);

  await db.execute(sql`update sync_runs set status = 'complete'`);
  await db.execute(sql`update sync_settings set next_sync_at = now() - interval '1 minute'`);
  const due = await requestDueSyncs(db, { limit: 10 });
  expect(due).toEqual([{ syncId: expect.any(String), userId: owner.userId }]);
  expect(await requestDueSyncs(db, { limit: 10 })).toEqual([]);
});

test("plays are asked for when they are due, and paused libraries are left alone", async () => {
  await db.execute(sql`insert into sync_settings (connection_id) values (${owner.connectionId})`);
  const claim = () => claimDuePlays(db, { limit: 10, minutes: 25 });
  const [listening] = await claim();
  expect(listening).toEqual({ connectionId: owner.connectionId, userId: owner.userId });
  expect(await claim()).toEqual([]);
  const [run] = await background.run(playsDue.create(owner));
  expect(run?.output).toEqual({ added: 50 });

  await db.execute(sql`
    update sync_settings set is_paused = true, next_plays_at = now(), next_sync_at = now()
  `);
  expect(await claim()).toEqual([]);
  expect(await requestDueSyncs(db, { limit: 10 })).toEqual([]);
});

test("Apple Music tells no times, and is not asked for plays", async () => {
  await db.execute(sql`insert into sync_settings (connection_id) values (${owner.connectionId})`);
  await db.execute(sql`update connections set provider = 'apple'`);
  expect(await claimDuePlays(db, { limit: 10, minutes: 25 })).toEqual([]);
});

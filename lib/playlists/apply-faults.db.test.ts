import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { playlistPlans } from "@/db/schema";
import { Crash, dyingAt } from "@/db/testing/dying";
import { startPlaylists } from "@/db/testing/planned-playlists";
import { canBeAdded, type Row } from "./row";

process.env.REQUEST_TIMEOUT_MS = "150";
process.env.RETRY_PAUSE_MS = "1";
const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { proposeNewPlaylist, proposePlan } = await import("./propose-plan");
const { ProviderError, WaitUntilError } = await import("@/lib/traffic/provider-error");

/** Of one edit, as the first one made them. */
let requests: string[] = [];
beforeAll(async () => {
  for (const _ of lists) {
    const { planId } = await proposedEdit();
    const earlier = (await dj.requests()).length;
    await carryOut(planId);
    requests = (await dj.requests()).slice(earlier);
  }
});
beforeEach(() => dj.noFaults());
afterAll(() => dj.close());

const MINUTE_MS = 60_000;
const MOST_RESUMES = 12;
/** A guard for busy machines. */
const PATIENCE = { timeout: 60_000 };

let now = new Date();
const later = () => {
  now = new Date(now.getTime() + MINUTE_MS);
};

/** Rows that cannot be added stand in its middle, so that nothing is replaced or written anew as a whole. */
const [odd = ""] = await dj.oddPlaylists();
const listOf = (places: readonly number[]) => places.flatMap((at) => uris[at] ?? []);
const MIDDLE = 6;
/** One goes, one comes, two change places with three, one stays double: every kind of write, both ways. */
const lists = [
  listOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3]),
  listOf([1, 2, 3, 4, 5, 20, 9, 10, 6, 7, 8, 11, 3]),
];

async function proposed(playlistId: string, target: readonly string[]) {
  const wanted = target.map((uri): Row => ({ uri, by: "curator" }));
  const { planId, replaces } = await proposePlan(
    db,
    { userId, playlistId, name: "Faulty", kind: "sort", now },
    ({ rows }) => ({
      rows: wanted.toSpliced(MIDDLE, 0, ...rows.filter(({ uri }) => !canBeAdded(uri))),
    }),
  );
  const [plan] = await db.select().from(playlistPlans).where(eq(playlistPlans.id, planId));
  await dj.approve(planId);
  return { planId, replaces, exact: plan?.targetUris.map((uri) => uri || null) };
}

/** To and fro. */
let step = 0;
async function proposedEdit() {
  step += 1;
  return proposed(odd, lists[step % lists.length] ?? []);
}

/** Carries a plan out as its function does: a fault is tried again, a long wait slept through. */
async function carryOut(planId: string, through: () => typeof db = () => db) {
  later();
  for (let resumes = 0; resumes <= MOST_RESUMES; resumes += 1) {
    const outcome = await dj
      .carryOut(planId, { through: through(), from: now })
      .catch((error) => error);
    later();
    if (typeof outcome === "number") return resumes;
    const isExpected =
      outcome instanceof WaitUntilError ||
      outcome instanceof Crash ||
      (outcome instanceof ProviderError && outcome.transient);
    if (!isExpected) throw outcome;
    await db.execute("delete from provider_cooldowns");
    await db.execute("delete from provider_buckets");
  }
  throw new Error("the plan never came to its end");
}

const statusOf = async (planId: string) => {
  const [plan] = await db.select().from(playlistPlans).where(eq(playlistPlans.id, planId));
  return plan?.status;
};

const faults = [
  { kind: "rate-limit", retryAfter: 300 },
  { kind: "quota" },
  { kind: "status", status: 500 },
  { kind: "unauthorized" },
  { kind: "hang", holdMs: 300 },
  { kind: "reset" },
  { kind: "applied-then-status", status: 500 },
  { kind: "applied-then-hang", holdMs: 300 },
  { kind: "applied-then-reset" },
  { kind: "truncated" },
  { kind: "html", status: 502 },
];

const isWrite = (request: string) => !request.startsWith("GET");

test("the edits that faults hit are made by requests of every kind", () => {
  const methods = new Set(requests.map((request) => request.split(" ")[0]));
  expect(methods).toEqual(new Set(["GET", "DELETE", "PUT", "POST"]));
});

test.each(faults)(
  "%o at any single request: the playlist is exact in the end",
  PATIENCE,
  async (fault) => {
    // a reading that was applied and then failed is a reading that failed
    const onlyWrites = fault.kind.startsWith("applied");
    const match = { path: onlyWrites ? "/items$" : "/v1/" };
    const count = onlyWrites ? requests.filter(isWrite).length : requests.length;
    for (let skip = 0; skip < count; skip += 1) {
      const { planId, replaces, exact } = await proposedEdit();
      expect(replaces).toBe(false);
      await dj.fault({ ...fault, match, skip, times: 1 });
      await carryOut(planId);
      expect(await dj.wasHit()).toBe(true);
      expect(await dj.rowsOf(odd)).toEqual(exact);
      expect(await statusOf(planId)).toBe("applied");
    }
  },
);

/** After these a write was refused, is in doubt, or was made; to who writes, a hang is a reset. */
const doubtful = faults.filter(({ kind }) =>
  /^(quota|reset|applied-then-(status|reset))$/.test(kind),
);

test.each(doubtful)(
  "%o at any write of a replacement: nothing is lost or doubled",
  async (fault) => {
    for (const skip of [0, 1]) {
      const playlistId = await dj.make("Anew", uris.slice(0, 105));
      const { planId, replaces, exact } = await proposed(
        playlistId,
        uris.slice(0, 105).toReversed(),
      );
      expect(replaces).toBe(true);
      await dj.fault({ ...fault, match: { path: "/items$" }, skip, times: 1 });
      await carryOut(planId);
      expect(await dj.wasHit()).toBe(true);
      expect(await dj.rowsOf(playlistId)).toEqual(exact);
    }
  },
);

test.each(doubtful)(
  "%o while a new playlist is made: there is one, and it is exact",
  async (fault) => {
    for (const skip of [0, 1]) {
      const name = `New after ${fault.kind} ${skip}`;
      const rows = uris.slice(0, 105).map((uri): Row => ({ uri, by: "curator" }));
      const { planId } = await proposeNewPlaylist(db, { userId, name, kind: "copy", rows });
      await dj.approve(planId);
      await dj.fault({
        ...fault,
        match: { method: "POST", path: "/(playlists|items)$" },
        skip,
        times: 1,
      });
      await carryOut(planId);
      expect(await dj.wasHit()).toBe(true);
      const made = (await dj.playlists()).filter((playlist) => playlist.name === name);
      expect(made.map(({ items }) => items.map(({ uri }) => uri))).toEqual([uris.slice(0, 105)]);
    }
  },
);

test(
  "a crash before any of its commits, after a request was made or not: exact in the end",
  PATIENCE,
  async () => {
    let commits = 0;
    for (let survived = false; !survived; commits += 1) {
      const { planId, exact } = await proposedEdit();
      const dying = dyingAt(db, commits);
      const processes = [dying.mortal];
      await carryOut(planId, () => processes.pop() ?? db);
      survived = dying.survived();
      expect(await dj.rowsOf(odd)).toEqual(exact);
    }
    expect(commits).toBeGreaterThan(12);
  },
);

test("Spotify shows the snapshot of a write late: nothing is written twice", async () => {
  const { planId, exact } = await proposedEdit();
  await dj.control("/switches", { snapshotLagSeconds: 30 });
  await carryOut(planId);
  await dj.control("/switches", { snapshotLagSeconds: 0 });
  expect(await dj.rowsOf(odd)).toEqual(exact);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Crash, dyingAt } from "@/db/testing/dying";
import { startMirrors } from "@/db/testing/followed-mirrors";

process.env.REQUEST_TIMEOUT_MS = "150";
process.env.RETRY_PAUSE_MS = "1";
const dj = await startMirrors();
const { db } = dj;
const { ProviderError, WaitUntilError } = await import("@/lib/traffic/provider-error");

/** A guard for busy machines. */
const PATIENCE = { timeout: 60_000 };
const MOST_RESUMES = 6;

let uris: string[] = [];
let handUri = "";
/** Of one sync, as one that nothing interrupts makes them. */
let requests: string[] = [];
beforeAll(async () => {
  const found = await dj.findUris(7);
  uris = found.slice(0, 6);
  handUri = found[6] ?? "";
  const made = await changedByHand();
  const earlier = (await dj.requests()).length;
  await resume(made.bronze);
  requests = (await dj.requests()).slice(earlier);
}, 60_000);
afterAll(() => dj.close());
beforeEach(async () => {
  await dj.reset();
});

/**
 * A week in step; then a person puts a track of theirs and a copy of one of ours into Bronze, and
 * sorts that one of ours away: Spotify takes out both copies, and the person's has to come back.
 */
async function changedByHand() {
  await dj.reset();
  const made = await dj.week(uris);
  await resume(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  await dj.add(playlistId, [handUri], 2);
  await dj.add(playlistId, [uris[0] ?? ""], 7);
  dj.later(120);
  await dj.sortAway(made, 0);
  await dj.sortAway(made, 3);
  return made;
}
const exact = () => [uris[1], handUri, uris[2], uris[4], uris[5], uris[0]];

/** Follows as its function does: a fault is tried again, a long wait slept through. */
async function resume(mirror: Parameters<typeof dj.sync>[0], processes: (typeof db)[] = []) {
  for (let resumes = 0; resumes <= MOST_RESUMES; resumes += 1) {
    const outcome = await dj.sync(mirror, processes.pop() ?? db).catch((error) => error);
    if (typeof outcome === "number") return;
    const isExpected =
      outcome instanceof WaitUntilError ||
      outcome instanceof Crash ||
      (outcome instanceof ProviderError && outcome.transient);
    if (!isExpected) throw outcome;
    dj.later(60);
    await db.execute("delete from provider_cooldowns");
    await db.execute("delete from provider_buckets");
  }
  throw new Error("the mirror never came in step");
}

const faults = [
  { kind: "quota" },
  { kind: "status", status: 500 },
  { kind: "reset" },
  { kind: "applied-then-status", status: 500 },
  { kind: "applied-then-reset" },
];

test.each(faults)(
  "%o at any single request of a sync: exact in the end, and no row of a person is lost",
  PATIENCE,
  async (fault) => {
    expect(new Set(requests.map((request) => request.split(" ")[0]))).toEqual(
      new Set(["GET", "DELETE", "POST"]),
    );
    // a reading that was applied and then failed is a reading that failed
    const onlyWrites = fault.kind.startsWith("applied");
    const path = onlyWrites ? "/items$" : "/v1/";
    const hit = requests.filter((request) => !onlyWrites || !request.startsWith("GET"));
    for (let skip = 0; skip < hit.length; skip += 1) {
      const made = await changedByHand();
      await dj.control("/faults", { ...fault, match: { path }, skip, times: 1 });
      await resume(made.bronze);
      expect(await dj.held("Bronze"), `request ${skip}`).toEqual(exact());
    }
  },
);

test(
  "a crash before any of its commits: exact in the end, and no row of a person is lost",
  PATIENCE,
  async () => {
    let commits = 0;
    for (let survived = false; !survived; commits += 1) {
      const made = await changedByHand();
      const dying = dyingAt(db, commits);
      await resume(made.bronze, [dying.mortal]);
      survived = dying.survived();
      expect(await dj.held("Bronze"), `commit ${commits}`).toEqual(exact());
    }
    expect(commits).toBeGreaterThan(6);
  },
);

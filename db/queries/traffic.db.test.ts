import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobs, providerCooldowns, providerRequests } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { admitRequest } from "./admission";
import { listBuckets, listCooldowns, listUsage, listUsageByJob, pruneLedger } from "./traffic";

const hour = (text: string) => new Date(`2026-11-20T${text}:00:00Z`);
const since = new Date("2026-11-20T10:30:00Z");

const entry = (changes: Partial<typeof providerRequests.$inferInsert> = {}) => ({
  provider: "spotify" as const,
  endpointGroup: "search",
  hour: hour("10"),
  kind: "matching",
  requests: 1,
  ...changes,
});

async function createJob(db: Db, userId: string | null, title: string) {
  const [job] = await db
    .insert(jobs)
    .values({ kind: "mirror", subjectId: crypto.randomUUID(), userId, title })
    .returning();
  return job?.id ?? "";
}

test("an hour of a group is the sum of all its work, from the hour asked for on", () =>
  withRollback(async (tx) => {
    await tx
      .insert(providerRequests)
      .values([
        entry({ requests: 5, refused: 1 }),
        entry({ kind: "interactive", requests: 2, failed: 2 }),
        entry({ hour: hour("11"), requests: 7 }),
        entry({ provider: "beatport", endpointGroup: "catalog", requests: 9 }),
        entry({ hour: hour("09"), requests: 100 }),
      ]);
    const none = { refused: 0, failed: 0 };
    expect(await listUsage(tx, { since })).toEqual([
      {
        provider: "spotify",
        group: "search",
        hour: hour("10"),
        requests: 7,
        refused: 1,
        failed: 2,
      },
      { provider: "spotify", group: "search", hour: hour("11"), requests: 7, ...none },
      { provider: "beatport", group: "catalog", hour: hour("10"), requests: 9, ...none },
    ]);
  }));

test("usage by job names the jobs a user may know, and of others' only the kind", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    const { id: other } = await createUser(tx);
    const [mine, shared, theirs, theirs2] = await Promise.all([
      createJob(tx, userId, "Mine"),
      createJob(tx, null, "Shared"),
      createJob(tx, other, "Theirs"),
      createJob(tx, other, "Theirs too"),
    ]);
    await tx
      .insert(providerRequests)
      .values([
        entry({ kind: "mirror", jobId: mine, requests: 4 }),
        entry({ kind: "mirror", jobId: mine, requests: 5, hour: hour("12") }),
        entry({ kind: "collection", jobId: shared, requests: 3 }),
        entry({ kind: "mirror", jobId: theirs, requests: 1 }),
        entry({ kind: "mirror", jobId: theirs2, requests: 1 }),
        entry({ kind: "interactive", requests: 1 }),
        entry({ kind: "mirror", jobId: mine, requests: 100, hour: hour("09") }),
      ]);

    const nobody = { jobId: null, title: null };
    const usage = await listUsageByJob(tx, { since, userId });
    expect(usage).toMatchObject([
      { kind: "mirror", jobId: mine, title: "Mine", requests: 9, lastHour: hour("12") },
      { kind: "collection", jobId: shared, title: "Shared", requests: 3, lastHour: hour("10") },
      { kind: "mirror", ...nobody, requests: 2 },
      { kind: "interactive", ...nobody, requests: 1 },
    ]);
  }));

test("only what still rests is told, the longest first", () =>
  withRollback(async (tx) => {
    const rest = (group: string, seconds: number) => ({
      provider: "spotify" as const,
      endpointGroup: group,
      until: new Date(Date.now() + seconds * 1000),
      reason: "quota",
      createdAt: since,
    });
    await tx
      .insert(providerCooldowns)
      .values([rest("search", 600), rest("playlists", 6000), rest("me", -5)]);
    const cooling = await listCooldowns(tx);
    expect(cooling.map(({ group }) => group)).toEqual(["playlists", "search"]);
    expect(cooling[0]).toMatchObject({ provider: "spotify", reason: "quota", since });
  }));

test("a bucket tells its rule, its share of it, and what is gone of the window", () =>
  withRollback(async (tx) => {
    const asked = {
      provider: "beatport",
      group: "catalog",
      work: { kind: "collection", jobId: null },
      lane: "interactive",
      limit: { requests: 40, windowS: 3600 },
      jitterMs: 0,
    } as const;
    await admitRequest(tx, asked);
    await admitRequest(tx, asked);
    expect(await listBuckets(tx)).toEqual([
      {
        provider: "beatport",
        group: "*",
        requests: 40,
        windowS: 3600,
        share: 1,
        inWindow: 2,
        slowedAt: null,
      },
    ]);
  }));

test("the ledger forgets what is old, and nothing else", () =>
  withRollback(async (tx) => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await tx
      .insert(providerRequests)
      .values([entry({ hour: daysAgo(91) }), entry({ hour: daysAgo(89) })]);
    expect(await pruneLedger(tx, { days: 90 })).toEqual({ rows: 1 });
    expect(await pruneLedger(tx, { days: 90 })).toEqual({ rows: 0 });
  }));

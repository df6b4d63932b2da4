import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobs, providerBuckets, providerCooldowns, providerRequests } from "@/db/schema/work";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { readQuota } from "./read-quota";

const now = new Date("2026-11-20T12:34:00Z");
const hour = new Date("2026-11-20T12:00:00Z");

async function createJob(db: Db, { userId, title }: { userId: string | null; title: string }) {
  const values = { kind: "mirror" as const, subjectId: crypto.randomUUID(), title, userId };
  const [job] = await db.insert(jobs).values(values).returning({ id: jobs.id });
  const ledger = { provider: "spotify", endpointGroup: "playlists", hour, kind: "mirror" } as const;
  await db.insert(providerRequests).values({ ...ledger, jobId: job?.id ?? null, requests: 5 });
}

test("everybody sees all numbers, and of other people's work only its kind", () =>
  withRollback(async (tx) => {
    const [me, other] = [await createUser(tx), await createUser(tx)];
    await createJob(tx, { userId: me.id, title: "My Bronze" });
    await createJob(tx, { userId: other.id, title: "Their Bronze" });
    await createJob(tx, { userId: null, title: "Techno, 2026-W46" });

    const quota = await readQuota(tx, { userId: me.id, now });
    expect(quota.providers[0]?.groups[0]?.day.requests).toBe(15);
    expect(quota.work.map(({ kind, title }) => [kind, title])).toEqual(
      expect.arrayContaining([
        ["Keeping a playlist in step", "My Bronze"],
        ["Keeping a playlist in step", "Techno, 2026-W46"],
        ["Keeping a playlist in step", null],
      ]),
    );
    expect(JSON.stringify(quota)).not.toContain("Their Bronze");
  }));

test("cool-downs that are over are not shown, and the rate is the one of now", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    const rest = { provider: "spotify", reason: "quota" } as const;
    await tx.insert(providerCooldowns).values([
      { ...rest, endpointGroup: "search", until: sql<Date>`now() + interval '1 hour'` },
      { ...rest, endpointGroup: "playlists", until: sql<Date>`now() - interval '1 second'` },
    ]);
    await tx.insert(providerBuckets).values({
      provider: "spotify",
      endpointGroup: "*",
      requests: 60,
      windowS: 30,
      share: 0.5,
      slowedAt: now,
      tokens: 1,
    });
    const [spotify] = (await readQuota(tx, { userId, now })).providers;
    expect(spotify?.rests.map(({ name }) => name)).toEqual(["Search"]);
    expect(spotify?.paces).toEqual([
      expect.objectContaining({ configured: 60, allowed: 30, slowedAt: now.toISOString() }),
    ]);
  }));

import { expect, test } from "vitest";
import { jobs } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";

test("people see their own jobs and shared ones, and nobody else's", () =>
  withRollback(async (tx) => {
    const [mira, jonas] = [await createUser(tx), await createUser(tx)];
    const job = (userId: string | null, title: string) =>
      ({ userId, title, kind: "mirror", subjectId: crypto.randomUUID() }) as const;
    const rows = await tx
      .insert(jobs)
      .values([job(mira.id, "Mine"), job(jonas.id, "Theirs"), job(null, "Shared")])
      .returning();
    const { get } = await apiVisitor(tx, mira);
    const seen = await Promise.all(rows.map(async ({ id }) => (await get(`/jobs/${id}`)).status));
    expect(seen).toEqual([200, 404, 200]);
    const { items } = await (await get("/jobs?state=running")).json();
    const titles = items.map(({ title }: { title: string }) => title).sort();
    expect(titles).toEqual(["Mine", "Shared"]);
  }));

test("jobs that ended come page by page", () =>
  withRollback(async (tx) => {
    const mira = await createUser(tx);
    const ended = Array.from({ length: 51 }, (_, index) => ({
      userId: mira.id,
      title: `Job ${index}`,
      kind: "mirror" as const,
      status: "done" as const,
      subjectId: crypto.randomUUID(),
      finishedAt: new Date(Date.UTC(2026, 10, 1, 0, index)),
    }));
    await tx.insert(jobs).values(ended);
    const { get } = await apiVisitor(tx, mira);
    const first = await (await get("/jobs?q=job")).json();
    expect(first.items).toHaveLength(50);
    expect(await (await get(`/jobs?q=job&cursor=${first.nextCursor}`)).json()).toMatchObject({
      items: [{ title: "Job 0" }],
      nextCursor: null,
    });
  }));

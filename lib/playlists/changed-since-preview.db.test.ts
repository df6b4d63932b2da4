import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { playlistPlans } from "@/db/schema";
import { startPlaylists } from "@/db/testing/planned-playlists";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { proposePlan } = await import("./propose-plan");
const { proposeRules } = await import("./propose-rules");

let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
afterAll(() => dj.close());

const listOf = (...places: number[]) => places.flatMap((at) => uris[at] ?? []);

const reversed = (playlistId: string) =>
  proposePlan(db, { userId, playlistId, name: "Set", kind: "sort", now }, ({ rows }) => ({
    rows: rows.toReversed(),
  }));

async function approved(planId: string) {
  await dj.approve(planId);
  await dj.carryOut(planId, { from: now });
  later(120);
  const [plan] = await db.select().from(playlistPlans).where(eq(playlistPlans.id, planId));
  return plan?.status;
}

test("an order that a person made since the preview stays: the plan is stale", async () => {
  const id = await dj.make("Set", listOf(0, 1, 2, 3, 4));
  const { planId } = await reversed(id);
  later(3600);
  await dj.remove(id, listOf(1));
  await dj.add(id, listOf(1), 4);
  expect(await approved(planId)).toBe("stale");
  expect(await dj.rowsOf(id)).toEqual(listOf(0, 2, 3, 4, 1));
});

test("a row that was added a moment after the preview is in the new order too", async () => {
  const id = await dj.make("Set", uris.slice(0, 105));
  const { planId, replaces } = await reversed(id);
  expect(replaces).toBe(true);
  later(5);
  await dj.add(id, listOf(110), 0);
  expect(await approved(planId)).toBe("applied");
  expect(await dj.rowsOf(id)).toContain(uris[110]);
});

test("a copy that was made a moment after the preview does not go with the rule's own row", async () => {
  const id = await dj.make("Set", []);
  const update = (desired: string[]) =>
    proposeRules(db, { userId, playlistId: id, name: "Set", desired, mayRemove: () => true, now });
  expect(await approved((await update(listOf(0, 1, 2))).planId)).toBe("applied");
  await dj.add(id, listOf(5), 0);
  const { planId, removes } = await update(listOf(0, 2));
  expect(removes).toBe(1);
  later(5);
  await dj.add(id, listOf(1), 4);
  expect(await approved(planId)).toBe("applied");
  expect(await dj.rowsOf(id)).toEqual(listOf(5, 0, 2, 1));
});

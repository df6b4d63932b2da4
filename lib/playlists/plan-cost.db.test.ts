import { afterAll, beforeAll, expect, test } from "vitest";
import { startPlaylists } from "@/db/testing/planned-playlists";
import type { Row } from "./row";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { proposePlan, proposeNewPlaylist } = await import("./propose-plan");
const now = new Date();
const twoMinutesLater = new Date(now.getTime() + 120_000);
beforeAll(() => dj.noFaults());
afterAll(() => dj.close());

const byHand = (held: readonly string[]) => held.map((uri): Row => ({ uri, by: "curator" }));

async function costOf(planId: string) {
  await dj.approve(planId);
  const before = (await dj.requests()).length;
  await dj.carryOut(planId, { from: twoMinutesLater });
  return (await dj.requests()).length - before;
}

test.each([
  ["tracks come", uris.slice(0, 3), uris.slice(0, 133)],
  ["the order changes", uris.slice(0, 120), uris.slice(0, 120).toReversed()],
  ["all tracks go", uris.slice(0, 5), []],
])("the preview names the requests it takes when %s", async (_, held, wanted) => {
  const playlistId = await dj.make("Set", held);
  const wish = { userId, playlistId, name: "Set", kind: "sort" as const, now };
  const plan = await proposePlan(db, wish, () => ({ rows: byHand(wanted) }));
  expect(await costOf(plan.planId)).toBe(plan.requests);
});

test.each([0, 5, 130])("so it does for a new playlist with %i tracks", async (count) => {
  const rows = byHand(uris.slice(0, count));
  const plan = await proposeNewPlaylist(db, { userId, name: `New ${count}`, kind: "copy", rows });
  expect(await costOf(plan.planId)).toBe(plan.requests);
});

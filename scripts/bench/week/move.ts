import { db, sqlClient } from "@/db/client";
import { createMatch, createWeek } from "@/db/testing/factories";
import { moveTracks } from "@/lib/curation/move-tracks";
import { readBoard } from "@/lib/curation/read-board";
import { report } from "../report";

const TRACKS = 700;
const WARM_UP = 40;
const READINGS = 15;

const categories = ["Warm-up", "Peak Time", "Closing", "Tools", "Acid"];
const week = await createWeek(db, { tracks: TRACKS, categories });
for (const { trackId } of week.tracks) await createMatch(db, { trackId });
await db.execute("analyze");
const owner = { periodId: week.period.id, userId: week.user.id };

async function timed(work: () => Promise<unknown>) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: readonly number[]) {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return Math.round(middle * 100) / 100;
}

const moves: number[] = [];
for (const [index, { id }] of week.tracks.entries()) {
  const { id: categoryId } = week.categories[index % categories.length] ?? week.trash;
  const press = { ...owner, trackIds: [id], categoryId, idempotencyKey: crypto.randomUUID() };
  moves.push(await timed(() => moveTracks(db, press)));
}

const readings: number[] = [];
for (let reading = 0; reading < READINGS; reading += 1) {
  readings.push(await timed(() => readBoard(db, owner)));
}

const on = `a period of ${TRACKS} tracks, durable Postgres on the same machine`;
report({
  name: "week.move_ms",
  value: median(moves.slice(WARM_UP)),
  unit: "ms",
  on: `median of ${TRACKS - WARM_UP} single moves with their transactions, ${on}`,
});
report({
  name: "week.board_ms",
  value: median(readings.slice(1)),
  unit: "ms",
  on: `median of ${READINGS - 1} whole boards, all sorted, ${on}`,
});
await sqlClient.end();

import { afterAll, expect, test, vi } from "vitest";
import { startFarEnd } from "@/lib/testing/far-end";

const EACH = 2;

const arrivals: number[] = [];
const farEnd = await startFarEnd(() => {
  arrivals.push(performance.now());
  return { body: { recordings: [] } };
});
process.env.MUSICBRAINZ_API_URL = farEnd.url;

/** Everything that a program keeps in its memory anew; what is in the database is shared. */
async function startProgram() {
  vi.resetModules();
  const { listRecordingsOfIsrc } = await import("./recordings");
  const { sqlClient } = await import("@/db/client");
  return { listRecordingsOfIsrc, stop: () => sqlClient.end({ timeout: 1 }) };
}
const programs = [await startProgram(), await startProgram()];
afterAll(async () => {
  for (const { stop } of programs) await stop();
  await farEnd.close();
});

test("several programs that ask MusicBrainz at once ask it once a second together", async () => {
  const begun = performance.now();
  const asked = programs.flatMap(({ listRecordingsOfIsrc }, program) =>
    Array.from({ length: EACH }, (_, index) =>
      listRecordingsOfIsrc(`DEABC26000${program}${index}`),
    ),
  );
  await Promise.all(asked);
  expect(new Set(farEnd.requests.map(({ path }) => path)).size).toBe(programs.length * EACH);
  // counted from the beginning: what is late on a busy machine makes no pause look shorter
  for (const [index, at] of arrivals.entries()) {
    expect(at - begun, `request ${index + 1}`).toBeGreaterThanOrEqual(index * 1000);
  }
});

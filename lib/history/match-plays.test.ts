import fc from "fast-check";
import { expect, test } from "vitest";
import { type LivePlay, matchPlays, spanOf } from "./match-plays";

const START = Date.UTC(2026, 4, 1, 20);
const exported = (endS: number, { externalId = "a", seconds = 200 } = {}) => ({
  endedAt: new Date(START + endS * 1000).toISOString(),
  externalId,
  trackName: "Track",
  artistName: null,
  albumName: null,
  msPlayed: seconds * 1000,
  details: {},
});
const live = (id: number, atS: number, externalId = "a"): LivePlay => ({
  id,
  externalId,
  playedMs: START + atS * 1000,
  durationMs: 200_000,
});
const ids = (...args: Parameters<typeof matchPlays>) =>
  matchPlays(...args).told.map(({ playId }) => playId);

test("a live play is the same by its beginning, its end, and anywhere between", () => {
  for (const at of [-55, 0, 100, 200, 255]) {
    expect(ids([exported(200)], [live(1, at)])).toEqual([1]);
  }
  for (const at of [-65, 265]) expect(ids([exported(200)], [live(1, at)])).toEqual([]);
  expect(ids([exported(200)], [live(1, 200, "b")])).toEqual([]);
});

test("a skipped play reaches back over the whole track: it may have been paused", () => {
  expect(ids([exported(200, { seconds: 40 })], [live(1, 10)])).toEqual([1]);
});

test("a track on repeat is matched play by play, whichever moment the provider tells", () => {
  const repeat = [200, 400, 600].map((end) => exported(end));
  const byEnd = [live(1, 200), live(2, 400), live(3, 600)];
  const byBeginning = [live(1, 0), live(2, 200), live(3, 400)];
  expect(ids(repeat, byEnd)).toEqual([1, 2, 3]);
  expect(ids(repeat, byBeginning)).toEqual([1, 2, 3]);
  expect(matchPlays(repeat, [live(3, 600)]).unknown).toHaveLength(2);
});

const evening = fc
  .array(fc.tuple(fc.constantFrom("a", "b"), fc.integer({ min: 30, max: 400 })), { maxLength: 30 })
  .map((tracks) => {
    let end = 0;
    return tracks.map(([externalId, seconds]) => {
      end += seconds;
      return exported(end, { externalId, seconds });
    });
  });

test("no play is taken twice or lost, and an evening that was wholly seen brings nothing new", () => {
  fc.assert(
    fc.property(evening, fc.infiniteStream(fc.boolean()), fc.boolean(), (plays, seen, atEnd) => {
      const all = plays.map((play, id): LivePlay => {
        const end = Date.parse(play.endedAt);
        const playedMs = atEnd ? end : end - play.msPlayed;
        return { id, externalId: play.externalId, playedMs, durationMs: play.msPlayed };
      });
      expect(matchPlays(plays, all).unknown).toEqual([]);
      const some = all.filter(() => seen.next().value);
      const { told, unknown } = matchPlays(plays, some);
      expect(told.length + unknown.length).toBe(plays.length);
      expect(new Set(told.map(({ playId }) => playId)).size).toBe(told.length);
      expect(told.length).toBeLessThanOrEqual(some.length);
      if (plays.length === 0) return;
      const { from, to } = spanOf(plays);
      for (const { playedMs } of some) {
        expect(playedMs).toBeGreaterThanOrEqual(from.getTime());
        expect(playedMs).toBeLessThanOrEqual(to.getTime());
      }
    }),
  );
});

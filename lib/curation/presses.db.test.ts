import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { curationTracks, goldenTracks, periodPlaylists } from "@/db/schema";
import { createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { undoPress } from "./undo-press";

const TRACKS = 4;
/** 0 is Bronze, 1 is Trash, 2 and 3 are categories. */
const PLACES = 4;

type World = { places: number[]; silver: number[][]; gold: number[][] };

const start = (): World => ({
  places: Array.from({ length: TRACKS }, () => 0),
  silver: Array.from({ length: PLACES }, () => []),
  gold: Array.from({ length: PLACES }, () => []),
});

/** What a press does, in memory. */
const model = {
  move(world: World, tracks: number[], to: number): World {
    const leaving = new Set(tracks.filter((track) => world.places[track] !== to));
    const without = (lists: number[][]) =>
      lists.map((list) => list.filter((track) => !leaving.has(track)));
    const silver = without(world.silver);
    if (to > 0) silver[to]?.push(...[...leaving]);
    return {
      places: world.places.map((place, track) => (leaving.has(track) ? to : place)),
      silver,
      gold: without(world.gold),
    };
  },
  promote(world: World, tracks: number[]): World {
    const gold = world.gold.map((list) => [...list]);
    for (const track of tracks) {
      const place = world.places[track] ?? 0;
      if (place > 1 && !gold[place]?.includes(track)) gold[place]?.push(track);
    }
    return { ...world, gold };
  },
};

const same = (one: World, other: World) => JSON.stringify(one) === JSON.stringify(other);

async function readWorld(tx: Db, ids: string[], categories: (string | null)[]): Promise<World> {
  const rows = await tx
    .select({ id: curationTracks.id, category: periodPlaylists.categoryId })
    .from(curationTracks)
    .leftJoin(periodPlaylists, eq(periodPlaylists.id, curationTracks.currentSilverPlaylistId))
    .orderBy(asc(curationTracks.silverPosition));
  const golden = await tx
    .select({ id: curationTracks.id, category: goldenTracks.categoryId })
    .from(goldenTracks)
    .innerJoin(curationTracks, eq(curationTracks.trackId, goldenTracks.trackId))
    .orderBy(asc(goldenTracks.position));
  const placeOf = (category: string | null) => categories.indexOf(category);
  const listOf = (list: typeof golden | typeof rows, category: string | null) =>
    list.filter((row) => row.category === category).map(({ id }) => ids.indexOf(id));
  return {
    places: ids.map((id) => placeOf(rows.find((row) => row.id === id)?.category ?? null)),
    silver: categories.map((category) => (category === null ? [] : listOf(rows, category))),
    gold: categories.map((category) => (category === null ? [] : listOf(golden, category))),
  };
}

const trackSet = fc.uniqueArray(fc.nat({ max: TRACKS - 1 }), { minLength: 1, maxLength: 3 });
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      tracks: trackSet,
      to: fc.nat({ max: PLACES - 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("promote" as const), tracks: trackSet }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("repeat" as const) }) },
);

test(
  "any presses and undos equal the model, repeated keys change nothing, undoing all returns to the start",
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 24 }), (commands) =>
        withRollback(async (tx) => {
          const week = await createWeek(tx, { tracks: TRACKS });
          const owner = { periodId: week.period.id, userId: week.user.id };
          const ids = week.tracks.map(({ id }) => id);
          const categories = [null, week.trash.id, ...week.categories.map(({ id }) => id)];
          const press = () => ({ ...owner, idempotencyKey: crypto.randomUUID() });
          const read = () => readWorld(tx, ids, categories);

          let world = start();
          const history: World[] = [];
          let last: (() => Promise<{ undoable: number }>) | null = null;

          for (const next of commands) {
            const trackIds = "tracks" in next ? next.tracks.map((track) => ids[track] ?? "") : [];
            const keyed = press();
            const before = world;
            if (next.kind === "move") {
              const categoryId = categories[next.to] ?? null;
              last = () => moveTracks(tx, { ...keyed, trackIds, categoryId });
              world = model.move(world, next.tracks, next.to);
            }
            if (next.kind === "promote") {
              last = () => promoteTracks(tx, { ...keyed, trackIds });
              world = model.promote(world, next.tracks);
            }
            if (next.kind === "undo") {
              const previous = history.pop();
              if (!previous) {
                await expect(undoPress(tx, keyed)).rejects.toMatchObject({ code: "CONFLICT" });
                continue;
              }
              last = () => undoPress(tx, keyed);
              world = previous;
            } else if (!same(before, world)) {
              history.push(before);
            }
            const answer = await last?.();
            expect(answer?.undoable ?? 0).toBe(history.length);
            expect(await read()).toEqual(world);
          }

          while (history.length > 0) {
            history.pop();
            await undoPress(tx, press());
          }
          expect(await read()).toEqual(start());
        }),
      ),
      { numRuns: 20 },
    ),
  120_000,
);

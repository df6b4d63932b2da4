import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { addToSums } from "@/db/queries/plays-sums";
import {
  createCategory,
  createCurationTrack,
  createGoldenTrack,
  createMatch,
  createPeriod,
  createSilverTrack,
  createStyle,
  createTrack,
} from "./factories";
import { appendRow, createItem, createPlay, createRun, type Listener } from "./library-rows";

/** When everything below was read, unless another moment is given. */
export const LONG_AGO = "2026-01-05T10:00:00.000Z";
export const NIGHT = "isrc:DEABC2600001";
export const DRIFT = "isrc:DEABC2600002";
export const VELA = "name:artist|vela||unnamed|";

/** The occurrence of Night Drive in the playlist "warm". */
const PLACE = "00000000-0000-4000-8000-00000000000a";

let last = 0;
/** Now, and later than the last time it was asked. */
const nextMoment = () => {
  last = Math.max(Date.now(), last + 1);
  return new Date(last).toISOString();
};

type Seen = { at?: string; gone?: boolean; runId?: string };

/** A library as its rows are appended. */
export const libraryOf = (owner: Listener) => ({
  async describe(externalId: string, known: { name: string; isrc: string | null }) {
    const itemId = await createItem(db, owner, { externalId, name: known.name });
    await db.execute(sql`
      update provider_items set isrc = ${known.isrc}, duration_ms = 361500, explicit = false,
        released_on = '2026-02', fetched_at = ${LONG_AGO}::timestamptz where id = ${itemId}
    `);
    return itemId;
  },
  save: (externalId: string, itemId: number, { at = LONG_AGO, ...seen }: Seen = {}) =>
    appendRow(db, owner, "user_saved_tracks", {
      at,
      externalId,
      itemId,
      ...seen,
      added_at: LONG_AGO,
    }),
  list: (name: string, { at = LONG_AGO, ...seen }: Seen = {}) =>
    appendRow(db, owner, "user_playlists", {
      at,
      externalId: "warm",
      ...seen,
      name,
      is_owned: true,
      is_collaborative: false,
      items_readable: true,
      position: "a0",
    }),
  place: (externalId: string, { at = LONG_AGO, ...seen }: Seen = {}) =>
    appendRow(db, owner, "user_playlist_tracks", {
      at,
      externalId,
      ...seen,
      playlist_id: "warm",
      occurrence: PLACE,
      position: "a0",
    }),
  /** A run that read everything, and what it appended. */
  async sync(append: (seen: { at: string; runId: string }) => Promise<unknown> = async () => {}) {
    const counts = { appended: 0, gone: 0 };
    const runId = await createRun(db, owner, {
      at: nextMoment(),
      parts: { playlists: counts, saved_tracks: counts, saved_albums: counts },
    });
    await append({ at: nextMoment(), runId });
  },
  async play(externalId: string, trackName: string, at: string, itemId?: number) {
    await createPlay(db, owner, { at, externalId, trackName, itemId });
    await db.execute(
      sql`update user_recently_played set fetched_at = least(fetched_at, played_at)`,
    );
    await db.transaction((tx) => addToSums(tx, owner));
  },
});

/** Night Drive is saved, listed and played; Vela is known from an export of plays alone. */
export async function fillLibrary(owner: Listener) {
  const library = libraryOf(owner);
  const night = await library.describe("night1", { name: "Night Drive", isrc: "DEABC2600001" });
  await library.save("night1", night);
  await library.list("Warm-up");
  await library.place("night1");
  await library.play("night1", "Night Drive", "2026-03-01T20:00:00.000Z", night);
  await library.play("night1", "Night Drive", "2026-03-04T20:00:00.000Z", night);
  await library.play("vela1", "Vela", "2026-03-02T20:00:00.000Z");
  return night;
}

/** Drift is in the catalogue, golden and matched; Night Drive was sorted to Silver. */
export async function fillWeek({ userId }: Listener) {
  const style = await createStyle(db, { name: "Techno" });
  const owner = { userId, styleId: style.id };
  const peak = await createCategory(db, { ...owner, name: "Peak Time" });
  const warm = await createCategory(db, { ...owner, name: "Warm-up" });
  const period = await createPeriod(db, owner);
  const night = await createTrack(db, {
    styleId: style.id,
    title: "Night Drive",
    isrc: "DEABC2600001",
    recordingKey: NIGHT,
  });
  const drift = await createTrack(db, {
    styleId: style.id,
    title: "Drift",
    subGenre: "Raw",
    recordingKey: DRIFT,
    bpm: 140,
  });
  await createSilverTrack(db, { periodId: period.id, trackId: night.id, categoryId: warm.id });
  const place = await createCurationTrack(db, { periodId: period.id, trackId: drift.id });
  await createGoldenTrack(db, {
    userId,
    categoryId: peak.id,
    trackId: drift.id,
    periodId: period.id,
    addedAt: new Date(LONG_AGO),
  });
  await createMatch(db, {
    trackId: drift.id,
    externalId: "drift1",
    externalUri: "spotify:track:drift1",
  });
  return { peak, period, night, drift, place };
}

/** What stands in the tables stood there long before the refresh that is to come. */
export const letTimePass = () =>
  db.execute(sql`
    with a as (update curation_tracks set updated_at = ${LONG_AGO}::timestamptz),
      b as (update user_categories set updated_at = ${LONG_AGO}::timestamptz),
      c as (update tracks set updated_at = ${LONG_AGO}::timestamptz),
      d as (update releases set updated_at = ${LONG_AGO}::timestamptz),
      e as (update labels set updated_at = ${LONG_AGO}::timestamptz),
      f as (update artists set updated_at = ${LONG_AGO}::timestamptz),
      g as (update styles set updated_at = ${LONG_AGO}::timestamptz),
      h as (update track_enrichments set stored_at = ${LONG_AGO}::timestamptz)
    update track_matches set updated_at = ${LONG_AGO}::timestamptz
  `);

/** Every user's facts, whenever they were written. */
export const readAllFacts = async () => [
  ...(await db.execute(sql`
    select to_jsonb(f) - 'updated_at' as row from track_facts f order by user_id, recording_key
  `)),
];

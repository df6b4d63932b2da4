import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { addToSums } from "@/db/queries/plays-sums";
import { listFacts } from "@/db/queries/rules-facts";
import { gatherTracks } from "@/db/queries/sources-tracks";
import { insertTags } from "@/db/queries/tags";
import { beatportOf } from "@/db/testing/beatport-says";
import { createMatch } from "@/db/testing/factories";
import { appendRow, createItem, createListener, createPlay } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { readLibrary, saveAlbum } from "@/db/testing/saved-album";
import { nameTracks } from "@/lib/catalog/name-tracks";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { requestSource } from "./request-source";
import { createSource, fetchNow } from "./testing/fetch-now";

const NAMED = "name:ada|drift||unnamed|";
const FIRST = "isrc:QZDEM0000001";
const SECOND = "isrc:QZDEM0000002";
const wish = { kind: "saved_albums", provider: "spotify", maxAgeMinutes: 60 } as const;

/** A person who saved an album with Drift on it, and a catalogue that may know Drift. */
async function createSaver(tx: Db) {
  const mira = await createListener(tx);
  const { userId } = mira;
  const catalogue = await beatportOf(tx);
  const drift = { name: "Drift", artists: [{ id: 901, name: "Ada", slug: "ada" }] };
  const says = (id: number, changes: object = {}) => catalogue.says(id, { ...drift, ...changes });
  await saveAlbum(tx, mira, await readLibrary(tx, mira));
  const save = async (item: Parameters<typeof createItem>[2]) => {
    const itemId = await createItem(tx, mira, { ...item, name: "Drift" });
    const { externalId } = item;
    const at = new Date().toISOString();
    await appendRow(tx, mira, "user_saved_tracks", { at, externalId, itemId });
  };
  const fetchAlbums = () => createSource(tx, { ...wish, userId });
  const fetchAgain = async (sourceId: string) => {
    await requestSource(tx, { ...wish, userId });
    await fetchNow(tx, { sourceId, userId });
  };
  const style = { kind: "style", subject: catalogue.style.id, maxAgeMinutes: 60 } as const;
  const fetchStyle = () => createSource(tx, { ...style, userId });
  const tag = (recordingKey: string) =>
    insertTags(tx, {
      userId,
      recordingKeys: [recordingKey],
      words: [{ tag: "opener", folded: "opener" }],
    });
  const facts = async () => {
    await refresh(tx, mira);
    return (await listFacts(tx, { userId, recordingKeys: [NAMED, FIRST, SECOND] })).map(
      ({ recordingKey, tags, bpm }) => [recordingKey, bpm, ...tags],
    );
  };
  const gathered = async (...sourceIds: string[]) =>
    (await gatherTracks(tx, { userId, sourceIds, offset: 0, limit: 9 })).tracks.map(
      ({ recordingKey, origins }) => [recordingKey, ...origins.map(({ kind }) => kind)],
    );
  return { ...mira, says, save, fetchAlbums, fetchAgain, fetchStyle, tag, facts, gathered };
}

test("a track of an album and the catalogue's of the same names are one recording", () =>
  withRollback(async (tx) => {
    const { says, fetchAlbums, fetchStyle, facts, gathered } = await createSaver(tx);
    await says(1);
    const [albums, style] = [await fetchAlbums(), await fetchStyle()];
    expect(await gathered(albums, style)).toEqual([[FIRST, "saved_albums", "style"]]);
    expect(await facts()).toEqual([[FIRST, 134]]);
  }));

test("another mix, another remixer, or one of several that are called so is another recording", () =>
  withRollback(async (tx) => {
    const { says, fetchAlbums, fetchAgain, gathered } = await createSaver(tx);
    await says(1, { mix_name: "Dub" });
    await says(2, { mix_name: "Extended Mix" });
    await says(3, { remixers: [{ id: 902, name: "Noor", slug: "noor" }] });
    const albums = await fetchAlbums();
    expect(await gathered(albums)).toEqual([[NAMED, "saved_albums"]]);
    await says(4);
    await says(5);
    await fetchAgain(albums);
    expect(await gathered(albums)).toEqual([[NAMED, "saved_albums"]]);
  }));

test("while not all of the catalogue was named, no track is taken for the only one of its name", () =>
  withRollback(async (tx) => {
    const { says, fetchAlbums, fetchAgain, gathered } = await createSaver(tx);
    await says(1);
    await says(2);
    await tx.execute(sql`update tracks set name_key = null where beatport_id = 2`);
    const albums = await fetchAlbums();
    expect(await gathered(albums)).toEqual([[NAMED, "saved_albums"]]);
    await nameTracks(tx);
    await fetchAgain(albums);
    expect(await gathered(albums)).toEqual([[NAMED, "saved_albums"]]);
    await tx.execute(sql`delete from tracks where beatport_id = 2`);
    await fetchAgain(albums);
    expect(await gathered(albums)).toEqual([[FIRST, "saved_albums"]]);
  }));

test("a track of which nobody knows whose it is has no namesake", () =>
  withRollback(async (tx) => {
    const { says, save, facts } = await createSaver(tx);
    await says(1, { artists: [] });
    await save({ externalId: "local1", kind: "local", artists: [] });
    await facts();
    const [key] = await tx.execute(sql`select recording_key as key from library_recordings`);
    expect(key).toEqual({ key: "name:|drift||unnamed|" });
  }));

test("what was said goes with a track to its namesake in the catalogue, and stays there when a second one comes", () =>
  withRollback(async (tx) => {
    const { says, fetchAlbums, fetchAgain, tag, facts } = await createSaver(tx);
    const albums = await fetchAlbums();
    await facts();
    await tag(NAMED);
    await says(1);
    await fetchAgain(albums);
    expect(await facts()).toEqual([[FIRST, 134, "opener"]]);
    await says(2);
    await fetchAgain(albums);
    expect(await facts()).toEqual([[FIRST, 134, "opener"]]);
    await says(1, { name: "Adrift" });
    await fetchAgain(albums);
    expect(await facts()).toEqual([[SECOND, 134, "opener"]]);
  }));

test("a track that was only heard is its namesake as soon as the catalogue has one, also after a second one came", () =>
  withRollback(async (tx) => {
    const mira = await createSaver(tx);
    const { says, tag, facts } = mira;
    const played = { at: "2026-03-02T20:00:00.000Z", externalId: "drift1", trackName: "Drift" };
    await createPlay(tx, mira, { ...played, artistName: "Ada" });
    await addToSums(tx, mira);
    await tag(NAMED);
    expect(await facts()).toEqual([[NAMED, null, "opener"]]);
    await says(1);
    expect(await facts()).toEqual([[FIRST, 134, "opener"]]);
    await says(2);
    expect(await facts()).toEqual([[FIRST, 134, "opener"]]);
    await says(1, { isrc: "QZDEM0000003" });
    await says(2, { name: "Adrift" });
    await facts();
    expect(await tx.execute(sql`select recording_key as key from track_tags`)).toEqual([
      { key: "isrc:QZDEM0000003" },
    ]);
  }));

test("a track of the library that a person said is not the catalogue's is not taken for it by its names", () =>
  withRollback(async (tx) => {
    const { says, save, fetchAlbums, gathered, facts } = await createSaver(tx);
    const trackId = await says(1);
    await save({ externalId: "drift1", artists: ["Ada"] });
    expect(await facts()).toEqual([[FIRST, 134]]);
    const match = await createMatch(tx, { trackId, externalId: "drift1" });
    await tx.execute(sql`update track_matches set status = 'rejected' where id = ${match.id}`);
    expect(await facts()).toEqual([[NAMED, null]]);
    expect(await gathered(await fetchAlbums())).toEqual([[NAMED, "saved_albums"]]);
  }));

import { expect, test } from "vitest";
import { appendRow, createItem, createListener, createPlay } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { readTrack } from "./read-track";

const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString();
const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString());
const playlist = {
  externalId: "p1",
  name: "Dawn",
  is_owned: true,
  is_collaborative: false,
  items_readable: true,
  position: "a0",
};

test("a track tells when it was saved, where it stood and how it ranked", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const itemId = await createItem(tx, mira, { externalId: "xtal", name: "Xtal" });
    const row = { externalId: "xtal", itemId };
    await appendRow(tx, mira, "user_saved_tracks", { ...row, at: day(5), added_at: day(2) });
    await appendRow(tx, mira, "user_saved_tracks", { ...row, at: day(9), gone: true });
    await appendRow(tx, mira, "user_playlists", { ...playlist, at: day(5) });
    const place = { ...row, playlist_id: "p1", occurrence: crypto.randomUUID(), position: "a0" };
    await appendRow(tx, mira, "user_playlist_tracks", { ...place, at: day(5), added_at: day(3) });
    await appendRow(tx, mira, "user_playlists", { ...playlist, at: day(8), gone: true });
    const top = { ...row, range: "short" };
    await appendRow(tx, mira, "user_top_tracks", { ...top, at: day(5), rank: 4 });
    await appendRow(tx, mira, "user_top_tracks", { ...top, at: day(9), rank: 4, gone: true });
    await appendRow(tx, mira, "user_saved_tracks", { externalId: "other", at: day(5) });

    const history = await readTrack(tx, { ...mira, externalId: "xtal" });
    expect(history?.track).toMatchObject({ name: "Xtal", artists: ["Artist"] });
    expect(history?.saved.map(({ from, to }) => [iso(from), iso(to)])).toEqual([[day(2), day(9)]]);
    expect(history?.playlists.map(({ name }) => name)).toEqual(["Dawn"]);
    const stays = history?.playlists[0]?.stays.map(({ from, to }) => [iso(from), iso(to)]);
    expect(stays).toEqual([[day(3), day(8)]]);
    expect(history?.ranks.map(({ points }) => points.map(({ rank }) => rank))).toEqual([[4, null]]);
    expect(history?.plays).toMatchObject({ total: 0, first: null });
  }));

test("a track that was only ever played has its plays", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    for (const number of [1, 2, 30]) {
      await createPlay(tx, mira, { externalId: "lone", trackName: "Lone", at: day(number) });
    }
    const history = await readTrack(tx, { ...mira, externalId: "lone" });
    expect(history).toMatchObject({
      track: { name: "Lone", url: null },
      plays: { total: 3, months: [{ month: "2026-11", plays: 3 }] },
    });
    expect(iso(history?.plays.last ?? null)).toBe(day(30));
  }));

test("nobody reads another user's track", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    await createItem(tx, mira, { externalId: "xtal" });
    const stranger = { ...mira, userId: crypto.randomUUID(), externalId: "xtal" };
    expect(await readTrack(tx, stranger)).toBeNull();
    expect(await readTrack(tx, { ...mira, externalId: "unknown" })).toBeNull();
  }));

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { collections, curationPeriods, trackArtists, tracks, userCategories } from "@/db/schema";
import {
  createArtist,
  createGoldenTrack,
  createMatch,
  createStyle,
  createTrack,
  createUser,
  createWeek,
} from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { readBoard } from "./read-board";
import { readBoardPage } from "./read-board-page";

const now = new Date("2026-11-20T12:00:00Z");
type MadeWeek = Awaited<ReturnType<typeof createWeek>>;
const ownerOf = ({ period, user }: MadeWeek) => ({ periodId: period.id, userId: user.id });
const press = (week: MadeWeek) => ({
  ...ownerOf(week),
  trackIds: week.tracks.map(({ id }) => id),
  idempotencyKey: crypto.randomUUID(),
});

test("a track shows whose it is: Beatport's facts, Spotify's match, its place on the board", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const [placed] = week.tracks;
    const trackId = placed?.trackId ?? "";
    const guests = [
      await createArtist(tx, { name: "KVN" }),
      await createArtist(tx, { name: "Osk" }),
    ];
    await tx.insert(trackArtists).values([
      { trackId, artistId: guests[0]?.id ?? "", role: "artist", position: 1 },
      { trackId, artistId: guests[1]?.id ?? "", role: "remixer", position: 0 },
    ]);
    await tx
      .update(tracks)
      .set({ beatportId: 4711, slug: "signal-loss", previewUrl: "http://x/1.wav" })
      .where(eq(tracks.id, trackId));
    await createMatch(tx, { trackId, externalUrl: "https://open.spotify.com/track/1" });

    const board = await readBoard(tx, ownerOf(week));
    expect(board.tracks).toMatchObject([
      {
        id: placed?.id,
        artists: [expect.stringMatching(/^Artist/), "KVN"],
        remixers: ["Osk"],
        label: expect.stringMatching(/^Label/),
        beatportUrl: "https://www.beatport.com/track/signal-loss/4711",
        preview: { url: "http://x/1.wav", startMs: 0, endMs: 120_000 },
        spotify: { status: "found", method: "isrc", url: "https://open.spotify.com/track/1" },
        lane: "new",
        categoryId: null,
        silverPosition: null,
        promoted: false,
        alreadyGolden: [],
      },
    ]);
    expect(board.period).toMatchObject({ styleSlug: week.style.slug, year: 2026, week: 46 });
    expect(board).toMatchObject({ undoable: 0, decisionsPerMinute: null });
  }));

test("a track without an answer from Spotify is pending, not missing", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const board = await readBoard(tx, ownerOf(week));
    expect(board.tracks[0]?.spotify).toEqual({
      status: "pending",
      method: null,
      confidence: null,
      url: null,
      summary: null,
    });
  }));

test("says which of my Golden lists hold the recording already, not which hold this very one", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const other = await createWeek(tx, { tracks: 0 });
    const [warmUp, peakTime] = week.categories.map(({ id }) => id);
    const [placed] = week.tracks;
    const [track] = await tx
      .select()
      .from(tracks)
      .where(eq(tracks.id, placed?.trackId ?? ""));
    const reissue = await createTrack(tx, { recordingKey: track?.recordingKey ?? "" });
    await createGoldenTrack(tx, {
      userId: week.user.id,
      categoryId: peakTime ?? "",
      trackId: reissue.id,
    });
    await createGoldenTrack(tx, {
      userId: other.user.id,
      categoryId: other.categories[0]?.id ?? "",
      trackId: reissue.id,
    });
    await moveTracks(tx, { ...press(week), categoryId: warmUp ?? null });
    await promoteTracks(tx, press(week));
    const board = await readBoard(tx, ownerOf(week));
    expect(board.tracks).toMatchObject([
      { promoted: true, categoryId: warmUp, alreadyGolden: ["Peak Time"] },
    ]);
  }));

test("archived categories stay while they hold tracks of the week, without their key", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const [warmUp, peakTime] = week.categories;
    await moveTracks(tx, { ...press(week), categoryId: warmUp?.id ?? null });
    await tx
      .update(userCategories)
      .set({ archivedAt: now, shortcut: "q" })
      .where(eq(userCategories.isTrash, false));
    const { categories } = await readBoard(tx, ownerOf(week));
    expect(categories).toMatchObject([
      { id: warmUp?.id, archived: true, shortcut: null },
      { isTrash: true, shortcut: "0", archived: false },
    ]);
    expect(categories.map(({ id }) => id)).not.toContain(peakTime?.id);
  }));

test("another user's board is not found", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx);
    const stranger = await createUser(tx);
    await expect(readBoard(tx, { ...ownerOf(week), userId: stranger.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }));

async function page(tx: Db, styleSlug: string, week: string, userId: string) {
  return readBoardPage(tx, { styleSlug, week, userId, now });
}

test("the page of a week that nobody started shows what is known of it", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx);
    await tx.insert(collections).values({
      styleId: style.id,
      year: 2026,
      week: 46,
      status: "partial",
      expected: 9,
      fetched: 8,
      stored: 8,
      problem: "1 track could not be read.",
    });
    expect(await page(tx, style.slug, "2026-W46", user.id)).toMatchObject({
      board: null,
      mirrors: [],
      previousWeek: { year: 2026, week: 45 },
      nextWeek: { year: 2026, week: 47 },
      collection: { status: "partial", expected: 9, problem: "1 track could not be read." },
    });
    expect(await page(tx, style.slug, "2026-W48", user.id)).toMatchObject({
      collection: null,
      nextWeek: null,
    });
  }));

test("the page of my week holds my board and its playlists, the same week of others does not", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 2 });
    await moveTracks(tx, { ...press(week), categoryId: week.categories[0]?.id ?? null });
    const mine = await page(tx, week.style.slug, "2026-W46", week.user.id);
    expect(mine?.board?.period.id).toBe(week.period.id);
    expect(mine?.mirrors).toMatchObject([
      { kind: "silver", categoryId: week.categories[0]?.id, words: "The playlist is on its way" },
    ]);
    const stranger = await createUser(tx);
    expect((await page(tx, week.style.slug, "2026-W46", stranger.id))?.board).toBeNull();
    await tx.update(curationPeriods).set({ userId: stranger.id });
    expect((await page(tx, week.style.slug, "2026-W46", week.user.id))?.board).toBeNull();
  }));

test.each(["2026-W54", "2026-W49", "2026-46", "nonsense", "2025-W53"])("%s is no page", (week) =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx);
    expect(await page(tx, style.slug, week, user.id)).toBeNull();
    expect(await page(tx, "no-style", "2026-W46", user.id)).toBeNull();
  }),
);

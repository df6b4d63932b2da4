import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { curationPeriods, curationTracks, mirrors, trackMatches, tracks } from "@/db/schema";
import {
  createArtist,
  createGoldenTrack,
  createMatch,
  createPeriod,
  createRelease,
  createSilverTrack,
  createTrack,
  createWeek,
} from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { fillPeriod } from "./fill-period";
import { moveTracks } from "./move-tracks";

async function emptyWeek(tx: Db) {
  const week = await createWeek(tx, { tracks: 0 });
  const owner = { periodId: week.period.id, userId: week.user.id };
  const fill = () => fillPeriod(tx, owner);
  const board = () =>
    tx
      .select({
        id: curationTracks.id,
        title: tracks.title,
        lane: curationTracks.lane,
        reason: curationTracks.laneReason,
      })
      .from(curationTracks)
      .innerJoin(tracks, eq(tracks.id, curationTracks.trackId))
      .where(eq(curationTracks.periodId, week.period.id))
      .orderBy(asc(curationTracks.position));
  return { ...week, owner, fill, board };
}

test("takes the tracks of the style and the week, newest first, then by release", () =>
  withRollback(async (tx) => {
    const { style, fill, board } = await emptyWeek(tx);
    const [late, early] = [
      await createRelease(tx, { name: "Zenith" }),
      await createRelease(tx, { name: "amber" }),
    ];
    const make = (title: string, publishDate: string, releaseId: string, styleId = style.id) =>
      createTrack(tx, { title, publishDate, originalDate: publishDate, releaseId, styleId });
    await make("Thursday", "2026-11-12", early.id);
    await make("Zenith A", "2026-11-13", late.id);
    await make("Amber A", "2026-11-13", early.id);
    await make("Zenith B", "2026-11-13", late.id);
    await make("Monday", "2026-11-09", early.id);
    await make("Next week", "2026-11-16", early.id);
    await make("Week before", "2026-11-08", early.id);
    await make("Other style", "2026-11-13", early.id, (await createWeek(tx)).style.id);

    expect(await fill()).toMatchObject({ tracks: 5, added: 5, relaned: 0 });
    expect((await board()).map(({ title }) => title)).toEqual([
      "Amber A",
      "Zenith A",
      "Zenith B",
      "Thursday",
      "Monday",
    ]);
  }));

test("a second fill changes nothing, a late track comes last and opens a sorted week again", () =>
  withRollback(async (tx) => {
    const { style, owner, trash, fill, board } = await emptyWeek(tx);
    await createTrack(tx, { styleId: style.id, title: "First", publishDate: "2026-11-09" });
    await fill();
    const before = await board();
    expect(await fill()).toMatchObject({ added: 0, relaned: 0, mirrorIds: [] });
    expect(await board()).toEqual(before);

    await moveTracks(tx, {
      ...owner,
      trackIds: before.map(({ id }) => id),
      categoryId: trash.id,
      idempotencyKey: crypto.randomUUID(),
    });
    await createTrack(tx, { styleId: style.id, title: "Late" });
    await fill();
    expect((await board()).map(({ title }) => title)).toEqual(["First", "Late"]);
    const [period] = await tx
      .select()
      .from(curationPeriods)
      .where(eq(curationPeriods.id, owner.periodId));
    expect(period?.status).toBe("IN_PROGRESS");
  }));

test("a closed week rests", () =>
  withRollback(async (tx) => {
    const { style, fill, board, period } = await emptyWeek(tx);
    await createTrack(tx, { styleId: style.id });
    await tx
      .update(curationPeriods)
      .set({ closedAt: new Date() })
      .where(eq(curationPeriods.id, period.id));
    await fill();
    expect(await board()).toEqual([]);
  }));

test("the second pressing of a recording inside the week is seen before, by its release", () =>
  withRollback(async (tx) => {
    const { style, fill, board } = await emptyWeek(tx);
    const [first, second] = [
      await createRelease(tx, { name: "Alpha EP" }),
      await createRelease(tx, { name: "Beta EP" }),
    ];
    const same = { styleId: style.id, recordingKey: "isrc:TWICE" };
    await createTrack(tx, { ...same, releaseId: second.id });
    await createTrack(tx, { ...same, releaseId: first.id });
    await fill();
    expect(await board()).toMatchObject([
      { lane: "new", reason: null },
      { lane: "seen_before", reason: "same recording as on Alpha EP" },
    ]);
  }));

test("what I met in other weeks and styles is told, Gold first; other DJs' meetings are not", () =>
  withRollback(async (tx) => {
    const { style, user, fill, board } = await emptyWeek(tx);
    const stranger = await createWeek(tx, { tracks: 0 });
    const elsewhere = await createWeek(tx, { tracks: 0, categories: ["Closing"] });
    await tx
      .update(curationPeriods)
      .set({ userId: user.id, week: 44 })
      .where(eq(curationPeriods.id, elsewhere.period.id));
    const closing = elsewhere.categories[0]?.id ?? "";
    const meet = async (title: string, place: { periodId: string; categoryId: string }) => {
      const recordingKey = `isrc:${title}`;
      const old = await createTrack(tx, { recordingKey, publishDate: "2026-10-30" });
      await createSilverTrack(tx, { ...place, trackId: old.id });
      await createTrack(tx, { title, recordingKey, styleId: style.id });
      return old;
    };
    const here = { periodId: elsewhere.period.id };
    await meet("A kept", { ...here, categoryId: closing });
    await meet("B trashed", { ...here, categoryId: elsewhere.trash.id });
    const golden = await meet("C golden", { ...here, categoryId: elsewhere.trash.id });
    await createGoldenTrack(tx, {
      userId: user.id,
      categoryId: closing,
      trackId: golden.id,
      periodId: elsewhere.period.id,
    });
    const foreign = stranger.categories[0]?.id ?? "";
    await meet("D stranger", { periodId: stranger.period.id, categoryId: foreign });

    await fill();
    const words = Object.fromEntries((await board()).map(({ title, reason }) => [title, reason]));
    const place = `Closing (${elsewhere.style.name})`;
    expect(words).toEqual({
      "A kept": `kept in ${place}, 2026-W44`,
      "B trashed": `trashed, 2026-W44 (${elsewhere.style.name})`,
      "C golden": `in Gold: ${place}, 2026-W44`,
      "D stranger": null,
    });
  }));

test("a later week counts once the track was sorted there, an earlier one also before", () =>
  withRollback(async (tx) => {
    const { style, user, fill, board } = await emptyWeek(tx);
    const meet = async (title: string, week: number) => {
      const recordingKey = `isrc:${title}`;
      const period = await createPeriod(tx, { userId: user.id, styleId: style.id, week });
      const other = await createTrack(tx, { recordingKey, publishDate: "2020-01-01" });
      await tx
        .insert(curationTracks)
        .values({ periodId: period.id, trackId: other.id, lane: "new", position: 1 });
      await createTrack(tx, { title, recordingKey, styleId: style.id });
    };
    await meet("Earlier", 45);
    await meet("Later", 47);
    await fill();
    const words = Object.fromEntries((await board()).map(({ title, reason }) => [title, reason]));
    expect(words).toEqual({ Earlier: "still Bronze, 2026-W45", Later: null });
  }));

test("lanes follow Spotify's answers while a track is Bronze, and rest once it is sorted", () =>
  withRollback(async (tx) => {
    const { style, owner, trash, fill, board } = await emptyWeek(tx);
    const [one, two] = [
      await createTrack(tx, { styleId: style.id, title: "One" }),
      await createTrack(tx, { styleId: style.id, title: "Two" }),
    ];
    await createMatch(tx, { trackId: one.id, status: "pending" });
    await createMatch(tx, { trackId: two.id, status: "pending" });
    await fill();
    const rows = await board();
    const sorted = rows.filter(({ title }) => title === "Two").map(({ id }) => id);
    await moveTracks(tx, {
      ...owner,
      trackIds: sorted,
      categoryId: trash.id,
      idempotencyKey: crypto.randomUUID(),
    });
    await tx.update(trackMatches).set({ status: "not_found" });
    expect(await fill()).toMatchObject({ added: 0, relaned: 1 });
    expect(await board()).toMatchObject([
      { title: "One", lane: "not_on_spotify", reason: "not on Spotify" },
      { title: "Two", lane: "new", reason: null },
    ]);
  }));

test("a release counts its lead artists over all of its tracks", () =>
  withRollback(async (tx) => {
    const { style, fill, board } = await emptyWeek(tx);
    const release = await createRelease(tx, { name: "Ostbloc" });
    const old = { releaseId: release.id, originalDate: "2019-05-01" };
    for (let index = 0; index < 4; index += 1) {
      await createTrack(tx, { ...old, styleId: style.id, artist: await createArtist(tx) });
    }
    await fill();
    const words = (await board()).map(({ lane, reason }) => `${lane}: ${reason}`);
    expect(new Set(words)).toEqual(new Set(["compilation: 4 artists on one release"]));
  }));

test("tracks that arrive put the Bronze playlist behind", () =>
  withRollback(async (tx) => {
    const { style, owner, fill } = await emptyWeek(tx);
    const [bronze] = await tx
      .insert(mirrors)
      .values({ userId: owner.userId, kind: "bronze", periodId: owner.periodId, name: "Bronze" })
      .returning();
    await createTrack(tx, { styleId: style.id });
    expect((await fill()).mirrorIds).toEqual([bronze?.id]);
  }));

test("another user cannot fill my week", () =>
  withRollback(async (tx) => {
    const { owner } = await emptyWeek(tx);
    const stranger = await createWeek(tx, { tracks: 0 });
    await expect(fillPeriod(tx, { ...owner, userId: stranger.user.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }));

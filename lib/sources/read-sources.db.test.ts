import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { followStyle } from "@/db/queries/user-styles";
import { createGoldenTrack, createTrack, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { exportGathered } from "./export-gathered";
import { readGathered, readGathering } from "./read-gathering";
import { readSources } from "./read-sources";
import { requestSource } from "./request-source";
import { requestSources } from "./request-sources";
import { createSource } from "./testing/fetch-now";

const viewerOf = ({ id }: { id: string }) => ({ id, role: "member" as const });

async function createLists(tx: Db) {
  const week = await createWeek(tx, { tracks: 2 });
  const { user, style, categories } = week;
  await followStyle(tx, { userId: user.id, styleId: style.id });
  const [warmUp] = categories;
  if (!warmUp) throw new Error("a week has categories");
  const one = await createTrack(tx, { styleId: style.id, title: "Night Drive" });
  const owner = { userId: user.id, categoryId: warmUp.id };
  await createGoldenTrack(tx, { ...owner, trackId: one.id });
  const request = (wish: { kind: "golden" | "style"; subject: string }) =>
    requestSource(tx, { ...wish, maxAgeMinutes: 60, userId: user.id });
  const fetchNow = (wish: Parameters<typeof request>[0]) =>
    createSource(tx, { ...wish, maxAgeMinutes: 60, userId: user.id });
  return { user, style, warmUp, request, fetchNow };
}

const golden = "golden" as const;

test("every list of a person's is there, with how far it is", () =>
  withRollback(async (tx) => {
    const { user, style, warmUp, request, fetchNow } = await createLists(tx);
    const before = await readSources(tx, viewerOf(user));
    expect(before.sources.map(({ kind }) => kind)).toEqual([
      ...["golden", "golden", "silver", "silver", "style"],
    ]);
    expect(before.sources.every(({ stored }) => stored === null)).toBe(true);

    const sourceId = await fetchNow({ kind: golden, subject: warmUp.id });
    await request({ kind: "style", subject: style.id });
    const { sources, facts } = await readSources(tx, viewerOf(user));
    expect(sources.map(({ key }) => key)).toEqual(before.sources.map(({ key }) => key));
    expect(
      sources.find(({ wish }) => "subject" in wish && wish.subject === warmUp.id),
    ).toMatchObject({
      stored: { id: sourceId, status: "ready", total: 1 },
      fetching: { status: "done" },
    });
    expect(sources.find(({ kind }) => kind === "style")).toMatchObject({
      stored: { status: "fetching", total: null },
      fetching: { status: "queued" },
    });
    expect(facts).toMatchObject({ asOf: null, gathering: null, classifying: null });
  }));

test("what is gathered has each recording once, is searched in title and artists, and leaves as a file", () =>
  withRollback(async (tx) => {
    const { user, style, warmUp, fetchNow } = await createLists(tx);
    const sourceIds = [
      await fetchNow({ kind: golden, subject: warmUp.id }),
      await fetchNow({ kind: "style", subject: style.id }),
    ];
    const wanted = { userId: user.id, sourceIds, text: "", offset: 0, limit: 100 };
    const gathering = await readGathering(tx, wanted);
    expect(gathering?.sources.map(({ total }) => total)).toEqual([1, 3]);
    expect(gathering?.first.total).toBe(3);
    expect(gathering?.first.tracks[0]).toMatchObject({ title: expect.stringContaining("Night") });
    expect(gathering?.first.tracks[0]?.origins).toHaveLength(2);

    expect(await readGathered(tx, { ...wanted, text: "  DRIVE night " })).toMatchObject({
      total: 1,
    });
    expect(await readGathered(tx, { ...wanted, text: "drive 100%" })).toMatchObject({ total: 0 });
    expect(await readGathered(tx, { ...wanted, offset: 7 })).toEqual({ tracks: [], total: 3 });

    const titles: string[] = [];
    for await (const tracks of await exportGathered(tx, wanted)) {
      titles.push(...tracks.map(({ title }) => title));
    }
    expect(titles).toEqual(gathering?.first.tracks.map(({ title }) => title));
  }));

test("several lists are asked for together, or none of them; one on its way is not asked for again", () =>
  withRollback(async (tx) => {
    const { user, style, warmUp } = await createLists(tx);
    const wish = { maxAgeMinutes: 60 };
    const lists = [
      { ...wish, kind: golden, subject: warmUp.id },
      { ...wish, kind: "style" as const, subject: style.id },
    ];
    const unknown = { ...wish, kind: golden, subject: crypto.randomUUID() };
    await expect(
      requestSources(tx, { userId: user.id, sources: [...lists, unknown] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { sources } = await readSources(tx, viewerOf(user));
    expect(sources.every(({ stored }) => stored === null)).toBe(true);

    const wanted = { userId: user.id, sources: lists };
    const { sourceIds, begun } = await requestSources(tx, wanted);
    expect(sourceIds).toHaveLength(2);
    expect(begun).toEqual(sourceIds);
    expect(await requestSources(tx, wanted)).toEqual({ sourceIds, begun: [] });
  }));

test("nobody sees another person's lists or what they hold", () =>
  withRollback(async (tx) => {
    const { warmUp, fetchNow } = await createLists(tx);
    const sourceId = await fetchNow({ kind: golden, subject: warmUp.id });
    const other = await createUser(tx);
    expect(await readSources(tx, viewerOf(other))).toMatchObject({ sources: [] });
    const page = { text: "", offset: 0, limit: 100 };
    expect(
      await readGathering(tx, { userId: other.id, sourceIds: [sourceId], ...page }),
    ).toBeNull();
    expect(
      await readGathered(tx, { userId: other.id, sourceIds: [sourceId], ...page }),
    ).toMatchObject({ total: 0 });
  }));

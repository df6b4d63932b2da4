import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { writeEnrichments } from "@/db/queries/enrichments";
import { writeFacts } from "@/db/queries/rules-facts";
import { createGoldenTrack, createTrack, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { beginRefresh, finishRefresh, goOnRefreshing } from "@/lib/enrichment/refresh-facts";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { apiVisitor } from "@/lib/testing/api-visitor";

async function program(...wish: Parameters<typeof apiVisitor>) {
  const visitor = await apiVisitor(...wish);
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await visitor.ask(method, path, body === undefined ? {} : { body });
    return { status: answer.status, ...(await answer.json()) };
  };
  return { send, announced: visitor.announced };
}

test("a program fetches a source of its user's, and what is to be done is announced once", () =>
  withRollback(async (tx) => {
    const { user, categories } = await createWeek(tx);
    const visitor = await apiVisitor(tx, user);
    const body = { kind: "golden", subject: categories[0]?.id };
    const asked = await (await visitor.ask("POST", "/sources", { body })).json();
    expect(asked).toMatchObject({ kind: "golden", status: "fetching", total: null });
    await visitor.ask("POST", "/sources", { body });
    expect(visitor.announced).toEqual([{ userId: user.id, mirrorIds: [], fetches: [asked.id] }]);
    const early = await visitor.ask("POST", `/sources/${asked.id}/enrichment`);
    expect(early.status).toBe(409);
  }));

test("other people's lists and sources are not there", () =>
  withRollback(async (tx) => {
    const { user, categories, style } = await createWeek(tx);
    const categoryId = categories[0]?.id ?? "";
    const track = await createTrack(tx, { styleId: style.id });
    await createGoldenTrack(tx, { userId: user.id, categoryId, trackId: track.id });
    const mine = await apiVisitor(tx, user);
    const body = { kind: "golden", subject: categoryId };
    const { id } = await (await mine.ask("POST", "/sources", { body })).json();
    const stranger = await apiVisitor(tx, await createUser(tx));
    const refused = [
      await stranger.ask("POST", "/sources", { body }),
      await stranger.get(`/sources/${id}`),
      await stranger.ask("POST", `/sources/${id}/enrichment`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await (await stranger.get(`/sources/${id}/tracks`)).json()).items).toEqual([]);
    expect((await (await stranger.get("/sources")).json()).items).toEqual([]);
  }));

test("a source that is not said whole is refused with the place of what is missing", () =>
  withRollback(async (tx) => {
    const visitor = await apiVisitor(tx, await createUser(tx));
    const answer = await visitor.ask("POST", "/sources", { body: { kind: "style" } });
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toMatchObject([{ at: "/subject" }]);
  }));

/** A person with a Golden track whose name needs care in an address. */
async function visitTrack(db: Db) {
  const { user, categories, style } = await createWeek(db);
  const recordingKey = "name:a/b+c|wéird %2F title";
  const track = await createTrack(db, { styleId: style.id, recordingKey, title: "Weird" });
  const categoryId = categories[0]?.id ?? "";
  await createGoldenTrack(db, { userId: user.id, categoryId, trackId: track.id });
  const told = { recordingKey, version: 1, at: new Date("2026-11-01T10:00:00Z"), values: {} };
  await writeEnrichments(db, [
    { ...told, source: "musicbrainz", userId: null, categories: ["dub techno"] },
    { ...told, source: "llm", userId: user.id, categories: ["dark"] },
    { ...told, source: "llm", userId: (await createUser(db)).id, categories: ["theirs"] },
  ]);
  const run = await beginRefresh(db, { userId: user.id, runId: "run" });
  await goOnRefreshing(db, run);
  await finishRefresh(db, run);
  const path = `/tracks/${encodeURIComponent(recordingKey)}`;
  return { user, recordingKey, path, ...(await program(db, user)) };
}

test("what is known of a track is told with its moment, and by whom", () =>
  withRollback(async (tx) => {
    const { send, path, recordingKey } = await visitTrack(tx);
    expect(await send("GET", path)).toMatchObject({
      ...{ status: 200, recordingKey, title: "Weird", stage: "golden" },
      asOf: expect.stringMatching(/Z$/),
      goldenSince: expect.stringMatching(/Z$/),
      classifications: ["mood:dark"],
    });
    expect((await send("GET", `${path}/enrichments`)).items).toEqual([
      expect.objectContaining({ source: "musicbrainz", isMine: false, categories: ["dub techno"] }),
      expect.objectContaining({ source: "llm", isMine: true, categories: ["dark"] }),
    ]);
  }));

test("tags are put on tracks, counted, asked for, and taken off", () =>
  withRollback(async (tx) => {
    const { send, path, recordingKey } = await visitTrack(tx);
    const recordingKeys = [recordingKey];
    const tagged = await send("POST", "/tags", { recordingKeys, tags: ["Opener", " Late  night"] });
    expect(tagged.items).toEqual([{ recordingKey, tags: ["Late night", "Opener"] }]);
    const page = await send("GET", "/tags?limit=1");
    expect(page.items).toEqual([{ tag: "Late night", tracks: 1 }]);
    const rest = await send("GET", `/tags?limit=1&cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ tag: "Opener" }], nextCursor: null });
    await send("POST", "/tags/remove", { recordingKeys, tags: ["late NIGHT"] });
    expect(await send("GET", path)).toMatchObject({ tags: ["Opener"] });
    const many = { recordingKeys, tags: ["x".repeat(41)] };
    expect(await send("POST", "/tags", many)).toMatchObject({
      ...{ status: 422 },
      errors: [{ at: "/tags/0" }],
    });
  }));

test("a label is corrected, and left to the rules again; all are worked out as a job", () =>
  withRollback(async (tx) => {
    const { send, announced, path, user } = await visitTrack(tx);
    const of = (label: string) => `${path}/classifications/${encodeURIComponent(label)}`;
    const byRule = { label: "mood:dark", origin: "rule", holds: true };
    const said = await send("PUT", of("fits:A/B"), { holds: true });
    const mine = { label: "fits:A/B", origin: "manual", holds: true, stands: true };
    expect(said.items).toEqual([mine, { ...byRule, stands: true }]);
    const denied = await send("PUT", of("mood:dark"), { holds: false });
    expect(denied.items.slice(1)).toEqual([
      { ...byRule, stands: false },
      { label: "mood:dark", origin: "manual", holds: false, stands: false },
    ]);
    await send("DELETE", of("mood:dark"));
    expect(await send("GET", `${path}/classifications`)).toMatchObject(said);
    expect(await send("PUT", of("colour:red"), { holds: true })).toMatchObject({ status: 404 });

    const job = await send("POST", "/classifications");
    expect(job).toMatchObject({ kind: "classification", status: "queued" });
    expect(await send("POST", "/classifications")).toMatchObject({ id: job.id });
    expect(announced[0]).toEqual({ userId: user.id, mirrorIds: [], reclassifies: true });
  }));

test("what is known of a track, its tags and labels are its person's, and reading is not writing", () =>
  withRollback(async (tx) => {
    const { send, path, recordingKey, user } = await visitTrack(tx);
    const tag = { recordingKeys: [recordingKey], tags: ["Theirs"] };
    const asked: [string, string, unknown?][] = [
      ["GET", path],
      ["GET", `${path}/enrichments`],
      ["GET", `${path}/classifications`],
      ["PUT", `${path}/classifications/mood:warm`, { holds: true }],
      ["DELETE", `${path}/classifications/mood:warm`],
      ["POST", "/tags", tag],
      ["POST", "/tags/remove", tag],
    ];
    const other = await program(tx, await createUser(tx));
    const reader = await program(tx, user, { scopes: ["tracks:read"] });
    for (const [method, to, body] of asked) {
      expect(await other.send(method, to, body), to).toMatchObject({ status: 404 });
      const status = method === "GET" ? 200 : 403;
      expect(await reader.send(method, to, body), to).toMatchObject({ status });
    }
    await send("POST", "/tags", { recordingKeys: [recordingKey], tags: ["Mine"] });
    expect(await other.send("GET", "/tags")).toMatchObject({ items: [] });
    expect(await send("GET", "/tags")).toMatchObject({ items: [{ tag: "Mine" }] });
  }));

const fast = { where: { all: [{ field: "bpm", op: "gte", value: 130 }] } };
const all = { where: { all: [] } };

async function visit(db: Db) {
  const user = await createUser(db);
  const facts = [120, 130, 140].map((bpm) => makeTrack({ recordingKey: `isrc:${bpm}`, bpm }));
  await writeFacts(db, { userId: user.id, facts });
  return program(db, user);
}

test("a rule set is made, asked, saved from its newest version alone, and deleted", () =>
  withRollback(async (tx) => {
    const { send } = await visit(tx);
    const made = await send("POST", "/rules", { name: "Fast", definition: fast });
    expect(made).toMatchObject({ status: 201, name: "Fast", version: 1 });
    const path = `/rules/${made.id}`;
    const page = await send("GET", `${path}/tracks?limit=1`);
    expect(page.items).toHaveLength(1);
    const rest = await send("GET", `${path}/tracks?limit=1&cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ bpm: 140 }], nextCursor: null });
    expect(await send("POST", `${path}/preview`, { definition: all })).toMatchObject({
      ...{ before: 2, after: 3, coming: 1, going: 0 },
      comes: [{ bpm: 120 }],
    });
    const change = { name: "All", definition: all, basedOn: 1 };
    expect(await send("PUT", path, change)).toMatchObject({ name: "All", version: 2 });
    const late = { ...change, definition: fast };
    expect(await send("PUT", path, late)).toMatchObject({ status: 409 });
    expect(await send("DELETE", path)).toMatchObject({ status: 200 });
    expect(await send("GET", path)).toMatchObject({ status: 404 });
  }));

test("rules are asked without being saved, and what is wrong is said of its row", () =>
  withRollback(async (tx) => {
    const { send } = await visit(tx);
    const evaluated = await send("POST", "/rules/evaluate", { definition: fast });
    expect(evaluated).toMatchObject({ count: 2, total: 3 });
    const wrong = { where: { all: [{ any: [] }, { field: "colour", op: "eq", value: 1 }] } };
    expect(await send("POST", "/rules/validate", { definition: wrong })).toMatchObject({
      ...{ status: 200, valid: false },
      problems: [{ path: "where.all[1]" }],
    });
    expect(await send("POST", "/rules", { name: "Wrong", definition: wrong })).toMatchObject({
      ...{ status: 422 },
      errors: [{ at: "/definition/where/all/1" }],
    });
  }));

test("another person's rule set is not there", () =>
  withRollback(async (tx) => {
    const mine = await visit(tx);
    const other = await visit(tx);
    const { id } = await mine.send("POST", "/rules", { name: "Mine", definition: fast });
    const asked: [string, string, unknown?][] = [
      ["GET", `/rules/${id}`],
      ["GET", `/rules/${id}/tracks`],
      ["DELETE", `/rules/${id}`],
      ["PUT", `/rules/${id}`, { name: "His", definition: all, basedOn: 1 }],
      ["POST", `/rules/${id}/preview`, { definition: all }],
    ];
    for (const [method, path, body] of asked) {
      expect(await other.send(method, path, body), path).toMatchObject({ status: 404 });
    }
    expect(await other.send("GET", "/rules")).toMatchObject({ items: [] });
    expect(await mine.send("GET", "/rules")).toMatchObject({ items: [{ name: "Mine" }] });
  }));

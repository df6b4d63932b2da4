import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { writeEnrichments } from "@/db/queries/enrichments";
import { createGoldenTrack, createTrack, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { apiVisitor } from "@/lib/testing/api-visitor";

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
  await refresh(db, { userId: user.id });
  const path = `/tracks/${encodeURIComponent(recordingKey)}`;
  return { user, recordingKey, path, ...(await apiVisitor(db, user)) };
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
    const other = await apiVisitor(tx, await createUser(tx));
    const reader = await apiVisitor(tx, user, { scopes: ["tracks:read"] });
    for (const [method, to, body] of asked) {
      expect(await other.send(method, to, body), to).toMatchObject({ status: 404 });
      const status = method === "GET" ? 200 : 403;
      expect(await reader.send(method, to, body), to).toMatchObject({ status });
    }
    await send("POST", "/tags", { recordingKeys: [recordingKey], tags: ["Mine"] });
    expect(await other.send("GET", "/tags")).toMatchObject({ items: [] });
    expect(await send("GET", "/tags")).toMatchObject({ items: [{ tag: "Mine" }] });
  }));

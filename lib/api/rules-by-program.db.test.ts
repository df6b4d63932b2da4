import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Db } from "@/db/handle";
import { writeFacts } from "@/db/queries/rules-facts";
import { createUser } from "@/db/testing/factories";
import { createConnection } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { apiVisitor } from "@/lib/testing/api-visitor";

const fast = { where: { all: [{ field: "bpm", op: "gte", value: 130 }] } };
const all = { where: { all: [] } };

async function visit(db: Db) {
  const user = await createUser(db);
  const facts = [120, 130, 140].map((bpm) =>
    makeTrack({
      recordingKey: `isrc:${bpm}`,
      bpm,
      spotifyUri: bpm > 130 ? `spotify:track:${"f".repeat(22)}` : null,
    }),
  );
  const know = () => writeFacts(db, { userId: user.id, facts });
  await know();
  return { user, know, ...(await apiVisitor(db, user)) };
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

test("what no rule set takes is listed page by page, as a table too, to its owner alone", () =>
  withRollback(async (tx) => {
    const { send, get, user } = await visit(tx);
    const other = await visit(tx);
    await other.send("POST", "/rules", { name: "All", definition: all });
    const oddKey = makeTrack({ recordingKey: `isrc:~${"ж".repeat(400)}~`, bpm: 150 });
    await writeFacts(tx, { userId: user.id, facts: [oddKey, makeTrack({ recordingKey: "z" })] });
    const bpms: (number | null)[] = [];
    for (let cursor = ""; cursor !== "end"; ) {
      const page = await send("GET", `/rules/unmatched?limit=2${cursor}`);
      bpms.push(...page.items.map(({ bpm }: { bpm: number | null }) => bpm));
      cursor = page.nextCursor === null ? "end" : `&cursor=${page.nextCursor}`;
    }
    expect(bpms).toEqual([120, 130, 140, 150, null]);
    await send("POST", "/rules", { name: "Fast", definition: fast });
    const table = await (await get("/rules/unmatched", { headers: { accept: "text/csv" } })).text();
    expect(table.trim().split("\r\n").slice(1)).toMatchObject([
      ...[/isrc:120/, /^z,/].map((line) => expect.stringMatching(line)),
    ]);
    expect(await other.send("GET", "/rules/unmatched")).toMatchObject({ items: [] });
  }));

test("a page of what no rule set takes is read without counting all of it", () =>
  withRollback(async (tx) => {
    const { send } = await visit(tx);
    const counts: string[] = [];
    sqlClient.options.debug = (_connection, query) => {
      if (query.includes("count(*)") && query.includes("track_facts")) counts.push(query);
    };
    const page = await send("GET", "/rules/unmatched?limit=2");
    sqlClient.options.debug = false;
    expect(page.items).toHaveLength(2);
    expect(counts).toEqual([]);
  }));

test("what a rule set takes is planned for a new playlist, once all tracks are gathered", () =>
  withRollback(async (tx) => {
    const { user, know, send } = await visit(tx);
    await createConnection(tx, { userId: user.id, provider: "spotify" });
    const { id } = await send("POST", "/rules", { name: "Fast", definition: fast });
    const wish = ["POST", `/rules/${id}/plans`, { name: "Fast ones" }] as const;
    expect(await send("POST", "/rules/evaluate", { definition: fast })).toMatchObject({
      asOf: null,
    });
    expect(await send(...wish)).toMatchObject({ status: 409 });
    await refresh(tx, { userId: user.id });
    await know();
    const planned = await send(...wish);
    expect(planned).toMatchObject({ name: "Fast ones", ruleSetId: id, playlistId: null });
    expect(await send("GET", `/playlists/plans/${planned.id}`)).toMatchObject({
      ...{ status: "proposed", rowsBefore: 0, rowsAfter: 1 },
    });
    const reader = await apiVisitor(tx, user, { scopes: ["rules:read", "rules:write"] });
    expect(await reader.send(...wish)).toMatchObject({ status: 403 });
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
      ["POST", `/rules/${id}/plans`, { name: "His" }],
    ];
    for (const [method, path, body] of asked) {
      expect(await other.send(method, path, body), path).toMatchObject({ status: 404 });
    }
    expect(await other.send("GET", "/rules")).toMatchObject({ items: [] });
    expect(await mine.send("GET", "/rules")).toMatchObject({ items: [{ name: "Mine" }] });
  }));

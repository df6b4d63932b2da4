import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { runSync, startListener } from "@/db/testing/listener";

const listener = await startListener();
const { db } = await import("@/db/client");
const { exportFiles, leftOut } = await import("@/db/queries/export-files");
const { createGoldenTrack, createSilverTrack, createTrack, createUser, createWeek } = await import(
  "@/db/testing/factories"
);
const { exportAccount } = await import("./export-account");

const now = new Date("2026-11-21T10:00:00Z");
let owner = { userId: "", connectionId: "" };
let files: Record<string, Record<string, unknown>[]> = {};
let everything = "";

async function unzip(archive: Buffer) {
  const texts: Record<string, string> = {};
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry()) {
    texts[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  }
  return texts;
}

beforeAll(async () => {
  owner = await listener.connect(db);
  await runSync(db, { userId: owner.userId });
  await db.execute(sql`
    insert into user_recently_played (connection_id, provider, source, played_at, external_id,
      track_name)
    select ${owner.connectionId}::uuid, 'spotify', 'export', now() - make_interval(secs => n * 200),
      't' || n, 'Track ' || n from generate_series(1, 5000) n
  `);
  const week = await createWeek(db);
  await db.execute(sql`update user_categories set user_id = ${owner.userId}::uuid`);
  await db.execute(sql`update curation_periods set user_id = ${owner.userId}::uuid`);
  const [category] = week.categories;
  const categoryId = category?.id ?? "";
  const track = await createTrack(db, { styleId: week.style.id, title: "Acid Rain" });
  await createSilverTrack(db, { periodId: week.period.id, trackId: track.id, categoryId });
  await createGoldenTrack(db, { userId: owner.userId, categoryId, trackId: track.id });
  await db.execute(sql`
    insert into api_tokens (user_id, name, token_hash, start, scopes)
    values (${owner.userId}::uuid, 'Script', 'the-hash-of-it', 'cl_ab', array['library:read'])
  `);

  const archive = await buffer(await exportAccount(db, { userId: owner.userId, now }));
  const texts = await unzip(archive);
  everything = Object.values(texts).join("\n");
  const { "README.txt": _readme, ...json } = texts;
  files = Object.fromEntries(Object.entries(json).map(([name, text]) => [name, JSON.parse(text)]));
});
afterAll(() => listener.close());

const rowsOf = async (table: string, where = sql`true`) =>
  (await db.execute(sql`select 1 from ${sql.identifier(table)} where ${where}`)).length;

test("every table of a person's is in it, or is left out for a reason", async () => {
  const tables = await db.execute<{ name: string }>(sql`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name in ('connection_id', 'user_id')
  `);
  const known = [...exportFiles.flatMap(({ tables }) => tables), ...Object.keys(leftOut)];
  expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

test("each file has as many rows as the database", async () => {
  const mine = sql`connection_id = ${owner.connectionId}::uuid`;
  for (const [file, table] of [
    ["library/history/saved-tracks.json", "user_saved_tracks"],
    ["library/history/playlist-tracks.json", "user_playlist_tracks"],
    ["library/history/top-tracks.json", "user_top_tracks"],
    ["library/items.json", "provider_items"],
    ["library/plays.json", "user_recently_played"],
    ["library/syncs.json", "sync_runs"],
  ] as const) {
    expect(files[file], file).toHaveLength(await rowsOf(table, mine));
  }
  expect(files["library/plays.json"]?.length).toBeGreaterThan(5000);
  expect(files["curation/tracks.json"]).toHaveLength(await rowsOf("curation_tracks"));
  expect(files["curation/categories.json"]).toHaveLength(await rowsOf("user_categories"));
});

test("what the library holds now is what Spotify holds", async () => {
  const saved = await listener.truth("saved-tracks");
  const uris = (files["library/current/saved-tracks.json"] ?? []).map(
    ({ external_id }) => `spotify:track:${external_id}`,
  );
  expect(uris.toSorted()).toEqual(saved.map(({ uri }) => uri).toSorted());
});

test("curated tracks are named, with the category they are in", () => {
  expect(files["curation/golden.json"]).toMatchObject([
    { track: { title: "Acid Rain", artists: [expect.any(String)] } },
  ]);
  const silver = files["curation/tracks.json"]?.filter(({ status }) => status === "SORTED");
  expect(silver).toMatchObject([{ category_id: expect.any(String) }]);
});

test("no token is in it, sealed or hashed, and nobody's session", async () => {
  const [row] = await db.execute<{ access: string; refresh: string }>(sql`
    select access_token_sealed as access, refresh_token_sealed as refresh from connections
    where id = ${owner.connectionId}::uuid
  `);
  for (const secret of [row?.access, row?.refresh, "the-hash-of-it"]) {
    expect(secret).toBeTruthy();
    expect(everything).not.toContain(secret);
  }
  expect(everything).not.toMatch(/sealed|token_hash|return_key/);
});

test("another user's export holds nothing of it", async () => {
  const stranger = await createUser(db, { name: "Stranger" });
  const texts = await unzip(await buffer(await exportAccount(db, { userId: stranger.id, now })));
  const { "profile.json": profile = "", "README.txt": _readme, ...rest } = texts;
  expect(JSON.parse(profile)).toMatchObject([{ name: "Stranger" }]);
  for (const [name, text] of Object.entries(rest)) expect(JSON.parse(text), name).toEqual([]);
});

test("one export of a user is read at a time, and one that is broken off makes room", async () => {
  const wish = { userId: owner.userId, now };
  for (let round = 0; round < 5; round += 1) {
    const first = await untilFree(wish);
    await expect(exportAccount(db, wish)).rejects.toMatchObject({ code: "CONFLICT" });
    first.on("error", () => {}).destroy();
  }
  expect((await buffer(await untilFree(wish))).length).toBeGreaterThan(0);
});

/** The next export, as soon as the one that was broken off has let go. */
async function untilFree(wish: { userId: string; now: Date }): Promise<Readable> {
  const tries: Readable[] = [];
  await expect
    .poll(
      () =>
        exportAccount(db, wish).then(
          (archive) => tries.push(archive),
          () => 0,
        ),
      {
        timeout: 20_000,
      },
    )
    .toBe(1);
  const [archive] = tries;
  if (!archive) throw new Error("no archive");
  return archive;
}

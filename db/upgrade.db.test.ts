import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { migrateDatabase } from "@/scripts/lib/migrate.mjs";

const MIGRATIONS = path.resolve("db/migrations");
const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** A folder with the migrations before one. */
function migrationsBefore(tag: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "clouder-migrations-"));
  fs.cpSync(MIGRATIONS, folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const all = journal.parse(JSON.parse(fs.readFileSync(file, "utf8")));
  const at = all.entries.findIndex((entry) => entry.tag.includes(tag));
  fs.writeFileSync(file, JSON.stringify({ ...all, entries: all.entries.slice(0, at) }));
  return folder;
}

/** A database as it was before a migration, filled, and brought up to date. */
async function upgraded(tag: string, fill: (sql: postgres.Sql) => Promise<unknown>) {
  const server = inject("postgresServer");
  const name = `upgrade_${crypto.randomUUID().slice(0, 8)}`;
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = `${server}/${name}`;
  const folder = migrationsBefore(tag);
  await migrateDatabase(url, folder);
  fs.rmSync(folder, { recursive: true });
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await fill(sql);
  await migrateDatabase(url);
  return {
    sql,
    drop: async () => {
      await sql.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

test("what a mirror held and whose it was is kept, and so is the write it was in the midst of", async () => {
  const { sql, drop } = await upgraded("mirrors-are-planned", async (db) => {
    // only what the mirrors need: whatever else a list belongs to is left out
    await db`set session_replication_role = replica`;
    const [user] = await db`insert into users default values returning id`;
    await db`insert into connections (user_id, provider, account_id, status)
      values (${user?.id}, 'spotify', 'mira', 'active')`;
    const mirror = async (playlistId: string) => {
      const [row] = await db`
        insert into mirrors (user_id, kind, category_id, name, spotify_playlist_id)
        values (${user?.id}, 'golden', gen_random_uuid(), 'Golden', ${playlistId}) returning id`;
      return row?.id as string;
    };
    const keep = (id: string, reason: string, version: number, held: string[][]) => db`
      insert into mirror_versions (mirror_id, reason, version, uris, own_uris, in_flight_uris)
      values (${id}, ${reason}, ${version}, ${held[0] ?? []}, ${held[1] ?? []}, ${held[2] ?? []})`;

    const still = await mirror("still");
    await keep(still, "after_write", 9, [["old"], ["old"]]);
    await keep(still, "observed", 0, [[], []]);
    await keep(still, "after_write", 1, [
      ["a", "hand", "a", ""],
      ["a", "gone"],
    ]);
    const adding = await mirror("adding");
    await keep(adding, "observed", 0, [[], []]);
    await keep(adding, "after_write", 1, [["a"], ["a"]]);
    await keep(adding, "before_write", 1, [[], ["a"], ["b", "c"]]);
    const removing = await mirror("removing");
    await keep(removing, "observed", 0, [
      ["a", "b"],
      ["a", "b"],
    ]);
    await keep(removing, "before_write", 1, [["a", "b"], ["b"], ["a"]]);
    await db`set session_replication_role = origin`;
  });
  const states = await sql`
    select playlist_id as of, uris, owners, removed_by_hand as removed, write from playlist_states
    order by playlist_id, sequence`;
  const list = (of: string, uris: string[], owners: string, removed: string[] = []) => {
    return { of, uris, owners, removed, write: null };
  };
  const write = (of: string, sent: object) => {
    return { of, uris: null, owners: null, removed: [], write: sent };
  };
  expect(states.map((state) => ({ ...state }))).toEqual([
    list("adding", [], ""),
    list("adding", ["a"], "r"),
    write("adding", { kind: "add", uris: ["b", "c"], position: 1, owners: "rr" }),
    list("removing", ["a", "b"], "rr"),
    write("removing", { kind: "remove", uris: ["a"], owners: "" }),
    list("still", [], ""),
    list("still", ["a", "hand", "a", ""], "rhhh", ["gone"]),
  ]);
  await drop();
});

test("texts are found by the signs of a keyboard, and a tag written in two ways is one", async () => {
  const { sql, drop } = await upgraded("keyboard-signs", async (db) => {
    await db`set session_replication_role = replica`;
    const [user] = await db`insert into users default values returning id`;
    const tagged = (tag: string, folded: string) => db`
      insert into track_tags (user_id, recording_key, folded, tag)
      values (${user?.id}, 'isrc:A', ${folded}, ${tag})`;
    await tagged("Don't", "don't");
    await tagged("Don’t", "don’t");
    await tagged("Late – night", "late – night");
    await db`insert into track_facts (user_id, recording_key, title, title_folded, artists_folded)
      values (${user?.id}, 'isrc:A', 'Don’t “Stop”', 'don’t “stop”', ${["a–b", 'say "no", {c}\\', "ø"]}),
        (${user?.id}, 'isrc:B', 'Plain', 'plain', '{}')`;
  });
  expect(await sql`select folded from track_tags order by 1`).toMatchObject([
    { folded: "don't" },
    { folded: "late - night" },
  ]);
  expect(
    await sql`select title_folded, artists_folded from track_facts order by recording_key`,
  ).toMatchObject([
    { title_folded: 'don\'t "stop"', artists_folded: ["a-b", 'say "no", {c}\\', "ø"] },
    { title_folded: "plain", artists_folded: [] },
  ]);
  await drop();
});

test("tracks of sources know their number in the library, of Apple Music where their names tell it", async () => {
  const { sql, drop } = await upgraded("tracks-of-sources-by-id", async (db) => {
    const [user] = await db`insert into users default values returning id`;
    for (const provider of ["spotify", "apple"]) {
      const [own] = await db`insert into connections (user_id, provider, account_id, status)
        values (${user?.id}, ${provider}, 'mira', 'active') returning id`;
      const [source] = await db`
        insert into sources (user_id, connection_id, kind, name, max_age_minutes)
        values (${user?.id}, ${own?.id}, 'liked', 'Liked', 60) returning id`;
      const item = (id: string, name: string, hash: string) => db`
        insert into provider_items (connection_id, provider, kind, external_id, fact_hash, name,
          artists, raw)
        values (${own?.id}, ${provider}, 'track', ${id}, ${hash}, ${name},
          '[{"id": null, "name": "Ada"}]', '{}')`;
      await item("drift", "Drift", "1");
      await item("drift", "Drift", "2");
      await item("one", "Twice", "1");
      await item("other", "Twice", "1");
      const hold = (position: number, title: string, uri: string | null) => db`
        insert into source_tracks (source_id, connection_id, edition, position, recording_key,
          spotify_uri, title, artists)
        values (${source?.id}, ${own?.id}, 1, ${position}, 'name:', ${uri}, ${title}, '{Ada}')`;
      await hold(0, "Drift", "spotify:track:drift1");
      await hold(1, "Twice", provider === "apple" ? null : "spotify:track:twice1");
      await hold(2, "Tape", null);
    }
  });
  const held = await sql`
    select c.provider, json_agg(t.external_id order by t.position) as ids
    from source_tracks t join connections c on c.id = t.connection_id group by 1 order by 1`;
  expect(held.map((row) => ({ ...row }))).toEqual([
    { provider: "spotify", ids: ["drift1", "twice1", null] },
    { provider: "apple", ids: ["drift", null, null] },
  ]);
  await drop();
});

test("a pin whose track was forgotten has it gathered again", async () => {
  const { sql, drop } = await upgraded("tracks-left-out", async (db) => {
    const [user] = await db`insert into users default values returning id`;
    const [set] = await db`
      insert into rule_sets (user_id, name, definition) values (${user?.id}, 'Pins', '{}')
      returning id`;
    for (const [key, kind] of [
      ["isrc:FORGOTTEN", "pin"],
      ["isrc:KNOWN", "pin"],
      ["isrc:KEPT-OUT", "exclude"],
    ]) {
      await db`insert into rule_overrides (rule_set_id, user_id, recording_key, kind)
        values (${set?.id}, ${user?.id}, ${key ?? ""}, ${kind ?? ""})`;
    }
    await db`insert into track_facts (user_id, recording_key) values (${user?.id}, 'isrc:KNOWN')`;
  });
  const stale = await sql`select recording_key as key from stale_facts`;
  expect(stale.map(({ key }) => key)).toEqual(["isrc:FORGOTTEN"]);
  await drop();
});

test("of two rule sets that one playlist followed, the one that was agreed to last stays", async () => {
  const { sql, drop } = await upgraded("one-rule-set-per-playlist", async (db) => {
    await db`set session_replication_role = replica`;
    const [user] = await db`insert into users default values returning id`;
    const userId = user?.id as string;
    const [connection] = await db`
      insert into connections (user_id, provider, account_id, status)
      values (${userId}, 'spotify', 'mira', 'active') returning id`;
    const connectionId = connection?.id as string;
    const follow = async (name: string, playlistId: string | null, day: number, moved?: number) => {
      const at = (hour: number) => `2026-11-${day + (moved ?? 0)}T0${hour}:00:00Z`;
      const [ruleSet] = await db`
        insert into rule_sets (user_id, name, definition)
        values (${userId}, ${name}, '{}') returning id`;
      const id = ruleSet?.id as string;
      const [plan] = await db`
        insert into playlist_plans (user_id, connection_id, playlist_id, name, kind, rule_set_id,
          follows, status, base_uris, base_owners, target_uris, target_owners, adds, removes, moves,
          duplicates, kept_by_hand, writes, requests, seconds, created_at)
        values (${userId}, ${connectionId}, ${playlistId ?? "made"}, ${name}, 'rule', ${id}, true,
          'applied', '{}', '', '{}', '', 0, 0, 0, 0, 0, 0, 0, 0, ${at(1)}) returning id`;
      await db`
        insert into rule_set_targets
          (rule_set_id, user_id, connection_id, playlist_id, name, plan_id, created_at)
        values (${id}, ${userId}, ${connectionId}, ${playlistId}, ${name}, ${plan?.id},
          ${`2026-11-${day}T00:00:00Z`})`;
    };
    await follow("moved there", "shared", 10, 5);
    await follow("first", "shared", 12);
    await follow("alone", "another", 11);
    await follow("of a playlist that was made for it", null, 11);
    await db`set session_replication_role = origin`;
  });
  expect(
    await sql`
      select r.name, t.playlist_id from rule_set_targets t
      join rule_sets r on r.id = t.rule_set_id order by 2`,
  ).toEqual([
    expect.objectContaining({ name: "alone", playlist_id: "another" }),
    expect.objectContaining({ name: "of a playlist that was made for it", playlist_id: "made" }),
    expect.objectContaining({ name: "moved there", playlist_id: "shared" }),
  ]);
  await drop();
});

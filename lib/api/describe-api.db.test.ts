import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/handle";
import { connections, jobLog, jobs } from "@/db/schema";
import { createSilverTrack, createTrack, createWeek } from "@/db/testing/factories";
import {
  appendRow,
  createConnection,
  createItem,
  createPlay,
  createRun,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";
import { operations } from "./operations";
import { problemType } from "./problem";

const AT = "2026-11-08T10:00:00Z";

/** A DJ with something of everything that can be asked for. */
async function createWorld(db: Db) {
  const week = await createWeek(db, { tracks: 2 });
  const categoryId = week.categories[0]?.id ?? "";
  const track = await createTrack(db, { styleId: week.style.id });
  const silver = await createSilverTrack(db, {
    periodId: week.period.id,
    trackId: track.id,
    categoryId,
  });
  const [job] = await db
    .insert(jobs)
    .values({ userId: week.user.id, kind: "sync", subjectId: week.period.id, title: "Sync" })
    .returning();
  const jobId = job?.id ?? "";
  await db.insert(jobLog).values({ jobId, message: "Began.", details: { pages: 2 } });
  const runId = await createLibrary(db, week.user.id);
  return { ...week, categoryId, silver, jobId, runId };
}

async function createLibrary(db: Db, userId: string): Promise<string> {
  const [connection] = await db
    .insert(connections)
    .values({ userId, provider: "spotify", accountId: crypto.randomUUID() })
    .returning();
  const mine = { userId, connectionId: connection?.id ?? "" };
  const runId = await createRun(db, mine, {
    at: AT,
    parts: { saved_tracks: { appended: 1, gone: 0 } },
  });
  const kinds = ["track", "album", "artist", "playlist"] as const;
  const itemIds: Record<string, number> = {};
  for (const kind of kinds) itemIds[kind] = await createItem(db, mine, { externalId: kind, kind });
  const row = (kind: (typeof kinds)[number]) => ({
    at: AT,
    runId,
    externalId: kind as string,
    ...(itemIds[kind] && { itemId: itemIds[kind] }),
  });
  const place = { position: "a0", added_at: AT };
  await appendRow(db, mine, "user_top_tracks", { ...row("track"), range: "medium", rank: 1 });
  await appendRow(db, mine, "user_top_artists", { ...row("artist"), range: "medium", rank: 1 });
  await appendRow(db, mine, "user_saved_tracks", { ...row("track"), added_at: AT });
  await appendRow(db, mine, "user_saved_albums", { ...row("album"), added_at: AT });
  await appendRow(db, mine, "user_followed_artists", row("artist"));
  const playlist = { name: "Warm", is_owned: true, is_collaborative: false, items_readable: true };
  await appendRow(db, mine, "user_playlists", { ...row("playlist"), ...playlist, position: "a0" });
  const occurrence = crypto.randomUUID();
  const item = { ...row("track"), ...place, playlist_id: "playlist", occurrence, kind: "track" };
  await appendRow(db, mine, "user_playlist_tracks", item);
  const apple = await createConnection(db, { userId: mine.userId, provider: "apple" });
  const heavy = { externalId: "l.1", at: AT, rank: 1, range: "heavy_rotation" };
  await appendRow(db, apple, "user_top_albums", heavy);
  await appendRow(db, apple, "user_recent_tracks", { externalId: "i.1", at: AT, rank: 1 });
  await appendRow(db, apple, "user_recently_added", { externalId: "l.1", at: AT });
  await createPlay(db, mine, { at: AT, externalId: "track", trackName: "Track" });
  return runId;
}

type World = Awaited<ReturnType<typeof createWorld>>;
type Sent = { path?: Record<string, string>; body?: unknown };

/** One good request for every operation. */
const requests: Record<string, (world: World) => Sent> = {
  describeApi: () => ({}),
  listStyles: () => ({}),
  listCategories: ({ style }) => ({ path: { slug: style.slug } }),
  createCategory: ({ style }) => ({
    path: { slug: style.slug },
    body: { name: "Tools", color: 3 },
  }),
  orderCategories: ({ style, categories }) => ({
    path: { slug: style.slug },
    body: { categoryIds: categories.map(({ id }) => id).reverse() },
  }),
  changeCategory: ({ categoryId }) => ({ path: { id: categoryId }, body: { name: "Dawn" } }),
  listPeriods: () => ({}),
  startPeriod: ({ style }) => ({ body: { styleSlug: style.slug, year: 2026, week: 40 } }),
  showPeriod: ({ period }) => ({ path: { id: period.id } }),
  listPeriodTracks: ({ period }) => ({ path: { id: period.id } }),
  moveTrack: ({ tracks, categoryId }) => ({
    path: { id: tracks[0]?.id ?? "" },
    body: { categoryId },
  }),
  promoteTrack: ({ silver }) => ({ path: { id: silver.id } }),
  undoPress: ({ period }) => ({ path: { id: period.id } }),
  listJobs: () => ({}),
  showJob: ({ jobId }) => ({ path: { id: jobId } }),
  listTopTracks: () => ({}),
  listTopArtists: () => ({}),
  listTopAlbums: () => ({}),
  listRecentTracks: () => ({}),
  listRecentlyAdded: () => ({}),
  listPlaylists: () => ({}),
  listPlaylistItems: () => ({ path: { id: "playlist" } }),
  listSavedTracks: () => ({}),
  listSavedAlbums: () => ({}),
  listFollowedArtists: () => ({}),
  listPlays: () => ({}),
  listChangedSyncs: () => ({}),
  listChanges: ({ runId }) => ({ path: { id: runId } }),
};

const described = z.object({
  operationId: z.string(),
  responses: z.record(
    z.string(),
    z.object({
      content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
    }),
  ),
});
const document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** A schema of the description as a judge of what is answered. */
function judge(schema: unknown, schemas: Record<string, unknown>) {
  const whole = JSON.stringify({ allOf: [schema], $defs: schemas });
  return z.fromJSONSchema(JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/")));
}

test("every operation of the description answers a real request as it is described", () =>
  withRollback(async (tx) => {
    const world = await createWorld(tx);
    const { ask, get } = await apiVisitor(tx, world.user);
    const api = document.parse(await (await get("/openapi.json")).json());
    expect(api.openapi).toBe("3.1.0");
    const all = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({
        path,
        method: method.toUpperCase(),
        ...one,
      })),
    );
    expect(all.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(requests).sort());

    for (const { path, method, operationId, responses } of all) {
      const { path: values = {}, body } = requests[operationId]?.(world) ?? {};
      const address = path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
      const response = await ask(method, address, body === undefined ? {} : { body });
      const answer = await response.json();
      expect(Object.keys(responses), `${operationId} ${JSON.stringify(answer)}`).toContain(
        String(response.status),
      );
      const schema = responses[response.status]?.content?.["application/json"]?.schema;
      const verdict = judge(schema, api.components.schemas).safeParse(answer);
      expect(verdict.error, operationId).toBeUndefined();
      if (Array.isArray(answer.items)) expect(answer.items, operationId).not.toHaveLength(0);
    }
  }));

test("every refusal is the problem that is described", () =>
  withRollback(async (tx) => {
    const { user } = await createWorld(tx);
    const visitor = await apiVisitor(tx, user, { scopes: ["jobs:read"] });
    const api = document.parse(await (await visitor.get("/openapi.json")).json());
    const problems = judge({ $ref: "#/components/schemas/Problem" }, api.components.schemas);
    for (const path of ["/nothing", "/styles", "/jobs/1", "/jobs?kind=none"]) {
      const told = await (await visitor.get(path)).json();
      expect(problems.safeParse(told).error, path).toBeUndefined();
    }
    expect(problems.safeParse({ type: problemType("new"), title: "" }).success).toBe(false);
  }));

test("the description is for everybody, and says what each operation needs", () =>
  withRollback(async (tx) => {
    const { get } = await apiVisitor(tx, (await createWeek(tx)).user);
    const open = await get("/openapi.json", { headers: { authorization: "" } });
    expect(open.status).toBe(200);
    const text = await open.text();
    for (const { scope } of operations) if (scope) expect(text).toContain(`"token":["${scope}"]`);
  }));

test("no route lies beside the description", () => {
  const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".ts") || file.endsWith(".tsx"))).toEqual([
    "[[...path]]/route.ts",
  ]);
});

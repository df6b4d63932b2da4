import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { createWorld } from "@/db/testing/api-world";
import { createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";
import { operations } from "./operations";
import { problemType } from "./problem";

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
  listSources: () => ({}),
  fetchSources: ({ style }) => ({ body: { sources: [{ kind: "style", subject: style.id }] } }),
  showSource: ({ sourceId }) => ({ path: { id: sourceId } }),
  deleteSource: ({ awaySourceId }) => ({ path: { id: awaySourceId } }),
  enrichSource: ({ sourceId }) => ({ path: { id: sourceId } }),
  gatherTracks: ({ sourceId }) => ({ path: { ids: sourceId } }),
  listTags: () => ({}),
  tagTracks: ({ recordingKey }) => ({ body: { recordingKeys: [recordingKey], tags: ["Late"] } }),
  untagTracks: ({ recordingKey }) => ({
    body: { recordingKeys: [recordingKey], tags: ["Late"] },
  }),
  showTrackFacts: ({ recordingKey }) => ({ path: { key: recordingKey } }),
  listEnrichments: ({ recordingKey }) => ({ path: { key: recordingKey } }),
  listClassifications: ({ recordingKey }) => ({ path: { key: recordingKey } }),
  correctClassification: ({ recordingKey }) => ({
    path: { key: recordingKey, label: "mood:warm" },
    body: { holds: true },
  }),
  withdrawCorrection: ({ recordingKey }) => ({
    path: { key: recordingKey, label: "mood:warm" },
  }),
  reclassifyTracks: () => ({}),
  listJobs: () => ({}),
  showJob: ({ jobId }) => ({ path: { id: jobId } }),
  listTopTracks: () => ({}),
  listTopArtists: () => ({}),
  listTopAlbums: () => ({}),
  listRecentTracks: () => ({}),
  listRecentlyAdded: () => ({}),
  listPlaylists: () => ({}),
  listPlaylistItems: () => ({ path: { id: "playlist" } }),
  listPlaylistStates: () => ({ path: { id: "playlist" } }),
  listSavedTracks: () => ({}),
  listSavedAlbums: () => ({}),
  listFollowedArtists: () => ({}),
  listPlays: () => ({}),
  listChangedSyncs: () => ({}),
  listChanges: ({ runId }) => ({ path: { id: runId } }),
  listRuleSets: () => ({}),
  createRuleSet: ({ definition }) => ({ body: { name: "New", definition } }),
  showRuleSet: ({ ruleSetId }) => ({ path: { id: ruleSetId } }),
  replaceRuleSet: ({ ruleSetId, definition }) => ({
    path: { id: ruleSetId },
    body: { name: "Everything", definition: { ...definition, limit: 5 }, basedOn: 1 },
  }),
  deleteRuleSet: ({ goneId }) => ({ path: { id: goneId } }),
  validateRules: ({ definition }) => ({ body: { definition } }),
  evaluateRules: ({ definition }) => ({ body: { definition } }),
  listRuleSetTracks: ({ ruleSetId }) => ({ path: { id: ruleSetId } }),
  listUnmatchedTracks: () => ({}),
  previewRuleSet: ({ ruleSetId, definition }) => ({
    path: { id: ruleSetId },
    body: { definition },
  }),
  planRuleSetPlaylist: ({ ruleSetId }) => ({
    path: { id: ruleSetId },
    body: { name: "Everything" },
  }),
  listOwnPlaylists: () => ({}),
  listPlaylistPlans: () => ({}),
  showPlaylistPlan: ({ planId }) => ({ path: { id: planId } }),
  listPlaylistPlanRows: ({ planId }) => ({ path: { id: planId } }),
  applyPlaylistPlan: ({ planId }) => ({ path: { id: planId } }),
  discardPlaylistPlan: ({ awayId }) => ({ path: { id: awayId } }),
};

/** They read the playlist in Spotify; lib/playlists/change-playlists.db.test.ts asks them. */
const askingSpotify = ["planPlaylistChange", "undoPlaylistPlan"];

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
    const asked = [...Object.keys(requests), ...askingSpotify].sort();
    expect(all.map(({ operationId }) => operationId).sort()).toEqual(asked);

    for (const { path, method, operationId, responses } of all) {
      if (askingSpotify.includes(operationId)) continue;
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

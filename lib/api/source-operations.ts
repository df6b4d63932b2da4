import { z } from "zod";
import type { Db } from "@/db/handle";
import { listNewestJobs, type Viewer } from "@/db/queries/jobs-list";
import { findSource, listSources, type StoredSource } from "@/db/queries/sources";
import { gatherTracks } from "@/db/queries/sources-tracks";
import { personalProviders } from "@/lib/connections/provider";
import { exportGathered } from "@/lib/sources/export-gathered";
import { noSuchSource } from "@/lib/sources/no-such-source";
import { removeSource } from "@/lib/sources/remove-source";
import { requestEnrichment } from "@/lib/sources/request-enrichment";
import { requestSources } from "@/lib/sources/request-sources";
import { sourceIdsInput, sourceInput } from "@/lib/sources/schema";
import { sourceKinds, sourceStatuses } from "@/lib/sources/source";
import { component } from "./component";
import { job } from "./job-schemas";
import { operation } from "./operation";
import { cursor, cursorTo, limit, pageOf } from "./page";
import { deleted, moment, ofId } from "./shared-schemas";

const MOST_AT_ONCE = 50;

const source = component(
  "Source",
  z.object({
    id: z.uuid(),
    kind: z.enum(sourceKinds),
    subject: z.string().describe("The playlist, category or style; else empty."),
    name: z.string(),
    provider: z.enum(personalProviders).nullable(),
    status: z.enum(sourceStatuses),
    fetchedAt: moment.nullable().describe("The moment its tracks are of."),
    total: z.number().int().nullable(),
    enrichedAt: moment
      .nullable()
      .describe("When MusicBrainz and the others were asked about its tracks as they are now."),
  }),
);

const view = ({ fetchedAt, enrichedAt, ...stored }: StoredSource) => ({
  ...stored,
  fetchedAt: fetchedAt?.toISOString() ?? null,
  enrichedAt: enrichedAt?.toISOString() ?? null,
});

const work = component("SourceWork", z.object({ source, job }));

type Asked = { viewer: Viewer; kind: "source" | "enrichment"; sourceIds: readonly string[] };

/** Sources, each with the job that was opened for it, or was open already. */
async function listWork(db: Db, { viewer, kind, sourceIds }: Asked) {
  const [stored, jobs] = await Promise.all([
    listSources(db, { userId: viewer.id }),
    listNewestJobs(db, { kinds: [kind], subjectIds: sourceIds, viewer }),
  ]);
  return sourceIds.map((sourceId) => {
    const found = stored.find(({ id }) => id === sourceId);
    const job = jobs.find(({ subjectId }) => subjectId === sourceId);
    if (!found || !job) throw noSuchSource();
    return { source: view(found), job };
  });
}

const list = operation({
  id: "listSources",
  method: "GET",
  path: "/sources",
  summary: "The lists that tracks are gathered from, as far as they were ever fetched",
  scope: "sources:read",
  answer: pageOf("SourcePage", source),
  run: async ({ db, user }) => ({
    items: (await listSources(db, { userId: user.id })).map(view),
    nextCursor: null,
  }),
});

const show = operation({
  id: "showSource",
  method: "GET",
  path: "/sources/{id}",
  summary: "A source",
  scope: "sources:read",
  params: ofId,
  answer: source,
  run: async ({ db, user, params }) => {
    const found = await findSource(db, { sourceId: params.id, userId: user.id });
    if (!found) throw noSuchSource();
    return view(found);
  },
});

const fetchAll = operation({
  id: "fetchSources",
  method: "POST",
  path: "/sources",
  summary: "Fetch sources, all of them or none; one that is being fetched goes on with its job",
  scope: "sources:write",
  body: z.strictObject({
    sources: z
      .array(sourceInput)
      .min(1)
      .max(MOST_AT_ONCE)
      .describe(
        "Each has its kind, the subject where there are many of the kind, and may say the provider and maxAgeMinutes, which is how old the library may be.",
      ),
  }),
  answer: component("SourceWorkList", z.object({ items: z.array(work) })),
  run: async ({ db, user, body, followUp }) => {
    const { sourceIds, begun } = await requestSources(db, { ...body, userId: user.id });
    if (begun.length > 0) followUp({ mirrorIds: [], fetches: begun });
    return { items: await listWork(db, { viewer: user, kind: "source", sourceIds }) };
  },
});

const remove = operation({
  id: "deleteSource",
  method: "DELETE",
  path: "/sources/{id}",
  summary:
    "Remove a source; the list it was read from stays, and rule sets that name it lose its tracks",
  scope: "sources:write",
  params: ofId,
  answer: deleted,
  run: async ({ db, user, params, followUp }) => {
    await removeSource(db, { sourceId: params.id, userId: user.id });
    followUp({ mirrorIds: [], removed: [params.id] });
    return { id: params.id };
  },
});

const enrich = operation({
  id: "enrichSource",
  method: "POST",
  path: "/sources/{id}/enrichment",
  summary: "Ask MusicBrainz, and whoever else is switched on, about what a source holds, as a job",
  scope: "sources:write",
  params: ofId,
  answer: work,
  run: async ({ db, user, params, followUp }) => {
    await requestEnrichment(db, { sourceId: params.id, userId: user.id });
    followUp({ mirrorIds: [], enrichments: [params.id] });
    const asked = { viewer: user, kind: "enrichment", sourceIds: [params.id] } as const;
    const [begun] = await listWork(db, asked);
    if (!begun) throw noSuchSource();
    return begun;
  },
});

const origin = z.object({
  sourceId: z.uuid(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  foundIn: z.string().nullable().describe("An album, a week or a release inside the source."),
  addedAt: moment.nullable(),
});

const gatheredTrack = component(
  "GatheredTrack",
  z.object({
    recordingKey: z.string().describe("Equal for the same performance on several releases."),
    title: z.string(),
    artists: z.array(z.string()),
    spotifyUri: z.string().nullable(),
    trackId: z.uuid().nullable().describe("Of the catalogue."),
    origins: z.array(origin),
  }),
);

const gather = operation({
  id: "gatherTracks",
  method: "GET",
  path: "/sources/{ids}/tracks",
  summary: "What sources hold together: each recording once, with every place it stands",
  scope: "sources:read",
  params: z.object({
    ids: sourceIdsInput.describe("Ids of sources, divided by commas."),
  }),
  query: z.strictObject({ limit, cursor: cursor(z.tuple([z.coerce.number().int().min(0)])) }),
  answer: pageOf("GatheredTrackPage", gatheredTrack),
  csv: ["recordingKey", "title", "artists", "spotifyUri", "trackId", "origins"],
  all: ({ db, user, params, query }) => {
    const [offset = 0] = query.cursor ?? [];
    return exportGathered(db, { userId: user.id, sourceIds: params.ids, text: "", offset });
  },
  run: async ({ db, user, params, query }) => {
    const [offset = 0] = query.cursor ?? [];
    const wish = { userId: user.id, sourceIds: params.ids, offset, limit: query.limit };
    const { tracks, total } = await gatherTracks(db, wish);
    const next = offset + tracks.length;
    const goesOn = tracks.length > 0 && next < total;
    return { items: tracks, nextCursor: goesOn ? cursorTo(next) : null };
  },
});

export const sourceOperations = [list, fetchAll, show, remove, enrich, gather];

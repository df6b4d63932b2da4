import { z } from "zod";
import type { Db } from "@/db/handle";
import { findSource, listSources, type StoredSource } from "@/db/queries/sources";
import { gatherTracks } from "@/db/queries/sources-tracks";
import { personalProviders } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { requestEnrichment } from "@/lib/sources/request-enrichment";
import { requestSource } from "@/lib/sources/request-source";
import { sourceInput } from "@/lib/sources/schema";
import { type OwnSource, sourceKinds, sourceStatuses } from "@/lib/sources/source";
import { component } from "./component";
import { operation } from "./operation";
import { cursor, cursorTo, limit, pageOf } from "./page";
import { moment, ofId } from "./shared-schemas";

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
  }),
);

const view = ({ fetchedAt, ...stored }: StoredSource) => ({
  ...stored,
  fetchedAt: fetchedAt?.toISOString() ?? null,
});

async function read(db: Db, own: OwnSource) {
  const found = await findSource(db, own);
  if (!found) throw new AppError("NOT_FOUND", "There is no such source.");
  return view(found);
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
  run: ({ db, user, params }) => read(db, { sourceId: params.id, userId: user.id }),
});

const fetchOne = operation({
  id: "fetchSource",
  method: "POST",
  path: "/sources",
  summary: "Fetch a source; its job tells how far it is",
  scope: "sources:write",
  body: sourceInput,
  answer: source,
  run: async ({ db, user, body, followUp }) => {
    const { sourceId, announce } = await requestSource(db, { ...body, userId: user.id });
    if (announce) followUp({ mirrorIds: [], fetches: [sourceId] });
    return read(db, { sourceId, userId: user.id });
  },
});

const enrich = operation({
  id: "enrichSource",
  method: "POST",
  path: "/sources/{id}/enrichment",
  summary: "Ask MusicBrainz, and whoever else is switched on, about what a source holds",
  scope: "sources:write",
  params: ofId,
  answer: source,
  run: async ({ db, user, params, followUp }) => {
    const own = { sourceId: params.id, userId: user.id };
    await requestEnrichment(db, own);
    followUp({ mirrorIds: [], enrichments: [own.sourceId] });
    return read(db, own);
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
    ids: z
      .string()
      .describe("Ids of sources, divided by commas.")
      .transform((text) => text.split(","))
      .pipe(z.array(z.uuid()).min(1).max(MOST_AT_ONCE)),
  }),
  query: z.strictObject({ limit, cursor: cursor(z.tuple([z.coerce.number().int().min(0)])) }),
  answer: pageOf("GatheredTrackPage", gatheredTrack),
  csv: ["recordingKey", "title", "artists", "spotifyUri"],
  run: async ({ db, user, params, query }) => {
    const [offset = 0] = query.cursor ?? [];
    const wish = { userId: user.id, sourceIds: params.ids, offset, limit: query.limit };
    const { tracks, total } = await gatherTracks(db, wish);
    const next = offset + tracks.length;
    const goesOn = tracks.length > 0 && next < total;
    return { items: tracks, nextCursor: goesOn ? cursorTo(next) : null };
  },
});

export const sourceOperations = [list, fetchOne, show, enrich, gather];

import { z } from "zod";
import type { Db } from "@/db/handle";
import { listClassifications } from "@/db/queries/classifications";
import { listEnrichments } from "@/db/queries/enrichments";
import { listFacts } from "@/db/queries/rules-facts";
import { listTags, listTagsInUse } from "@/db/queries/tags";
import { standingLabels } from "@/lib/enrichment/classification";
import { correctLabel } from "@/lib/enrichment/correct-label";
import { requestClassification } from "@/lib/enrichment/reclassify-tracks";
import { readFactsState } from "@/lib/enrichment/refresh-facts";
import { type TagTracksInput, tagTracksInput } from "@/lib/enrichment/schema";
import { tagTracks, untagTracks } from "@/lib/enrichment/tag-tracks";
import { AppError } from "@/lib/errors";
import { readJob } from "@/lib/jobs/read-job";
import { jobDetail } from "./job-schemas";
import { operation } from "./operation";
import { cursor, cursorTo, limit } from "./page";
import {
  classificationPage,
  enrichmentPage,
  ofLabel,
  ofTrack,
  taggedTracks,
  tagPage,
  trackFacts,
} from "./track-schemas";

type OwnTrack = { userId: string; recordingKey: string };

async function factsOf(db: Db, { userId, recordingKey }: OwnTrack) {
  const [facts] = await listFacts(db, { userId, recordingKeys: [recordingKey] });
  if (!facts) throw new AppError("NOT_FOUND", "That track is not among yours.");
  return facts;
}

async function classificationsOf(db: Db, { userId, recordingKey }: OwnTrack) {
  await factsOf(db, { userId, recordingKey });
  const said = await listClassifications(db, { userId, recordingKeys: [recordingKey] });
  const standing = new Set(standingLabels(said));
  const items = said.map((one) => ({ ...one, stands: one.holds && standing.has(one.label) }));
  return { items, nextCursor: null };
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

const show = operation({
  id: "showTrackFacts",
  method: "GET",
  path: "/tracks/{key}",
  summary: "What rules know of a track, and of which moment that is",
  scope: "tracks:read",
  params: ofTrack,
  answer: trackFacts,
  run: async ({ db, user, params }) => {
    const own = { userId: user.id, recordingKey: params.key };
    const facts = await factsOf(db, own);
    return {
      ...facts,
      asOf: (await readFactsState(db, own)).asOf,
      firstPlayedAt: iso(facts.firstPlayedAt),
      lastPlayedAt: iso(facts.lastPlayedAt),
      savedAt: iso(facts.savedAt),
      judgedAt: iso(facts.judgedAt),
      goldenSince: iso(facts.goldenSince),
    };
  },
});

const enrichments = operation({
  id: "listEnrichments",
  method: "GET",
  path: "/tracks/{key}/enrichments",
  summary: "What MusicBrainz, and whoever else was asked, says of a track",
  scope: "tracks:read",
  params: ofTrack,
  answer: enrichmentPage,
  run: async ({ db, user, params }) => {
    const own = { userId: user.id, recordingKey: params.key };
    await factsOf(db, own);
    const said = await listEnrichments(db, { userId: user.id, recordingKeys: [params.key] });
    const items = said.map(({ userId, at, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      isMine: userId !== null,
    }));
    return { items, nextCursor: null };
  },
});

const classifications = operation({
  id: "listClassifications",
  method: "GET",
  path: "/tracks/{key}/classifications",
  summary: "The labels of a track: what rules say, and what I say",
  scope: "tracks:read",
  params: ofTrack,
  answer: classificationPage,
  run: ({ db, user, params }) =>
    classificationsOf(db, { userId: user.id, recordingKey: params.key }),
});

const correct = operation({
  id: "correctClassification",
  method: "PUT",
  path: "/tracks/{key}/classifications/{label}",
  summary: "Say that a label is right, or that it is not; it wins over the rules for ever",
  scope: "tracks:write",
  params: ofLabel,
  body: z.strictObject({ holds: z.boolean() }),
  answer: classificationPage,
  run: async ({ db, user, params, body }) => {
    const own = { userId: user.id, recordingKey: params.key };
    await correctLabel(db, { ...own, label: params.label, holds: body.holds });
    return classificationsOf(db, own);
  },
});

const withdraw = operation({
  id: "withdrawCorrection",
  method: "DELETE",
  path: "/tracks/{key}/classifications/{label}",
  summary: "Take back what I said of a label: the rules decide again",
  scope: "tracks:write",
  params: ofLabel,
  answer: classificationPage,
  run: async ({ db, user, params }) => {
    const own = { userId: user.id, recordingKey: params.key };
    await correctLabel(db, { ...own, label: params.label, holds: null });
    return classificationsOf(db, own);
  },
});

const reclassify = operation({
  id: "reclassifyTracks",
  method: "POST",
  path: "/classifications",
  summary: "Have the rules label all my tracks again; the job tells how far they are",
  scope: "tracks:write",
  answer: jobDetail,
  run: async ({ db, user, followUp }) => {
    const { jobId } = await requestClassification(db, { userId: user.id });
    followUp({ mirrorIds: [], reclassifies: true });
    return readJob(db, { jobId, viewer: user });
  },
});

const tags = operation({
  id: "listTags",
  method: "GET",
  path: "/tags",
  summary: "My tags, the most used first",
  scope: "tracks:read",
  query: z.strictObject({ limit, cursor: cursor(z.tuple([z.coerce.number().int().min(0)])) }),
  answer: tagPage,
  run: async ({ db, user, query }) => {
    const [offset = 0] = query.cursor ?? [];
    const wish = { userId: user.id, offset, limit: query.limit + 1 };
    const found = await listTagsInUse(db, wish);
    const goesOn = found.length > query.limit;
    return {
      items: found.slice(0, query.limit),
      nextCursor: goesOn ? cursorTo(offset + query.limit) : null,
    };
  },
});

const ofTags = z.strictObject(tagTracksInput.shape);

async function tagged(db: Db, { userId, recordingKeys }: TagTracksInput & { userId: string }) {
  const found = await listTags(db, { userId, recordingKeys });
  const known = new Map(found.map((row) => [row.recordingKey, row.tags]));
  const items = [...new Set(recordingKeys)].map((recordingKey) => ({
    recordingKey,
    tags: known.get(recordingKey) ?? [],
  }));
  return { items, nextCursor: null };
}

const add = operation({
  id: "tagTracks",
  method: "POST",
  path: "/tags",
  summary: "Put tags on tracks; one that is there, however it is written, stays as it is",
  scope: "tracks:write",
  body: ofTags,
  answer: taggedTracks,
  run: async ({ db, user, body }) => {
    const wish = { ...body, userId: user.id };
    await tagTracks(db, wish);
    return tagged(db, wish);
  },
});

const remove = operation({
  id: "untagTracks",
  method: "POST",
  path: "/tags/remove",
  summary: "Take tags off tracks",
  scope: "tracks:write",
  body: ofTags,
  answer: taggedTracks,
  run: async ({ db, user, body }) => {
    const wish = { ...body, userId: user.id };
    await untagTracks(db, wish);
    return tagged(db, wish);
  },
});

export const trackOperations = [
  show,
  enrichments,
  classifications,
  correct,
  withdraw,
  reclassify,
  tags,
  add,
  remove,
];

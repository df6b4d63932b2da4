import { z } from "zod";
import { labelOrigins } from "@/lib/enrichment/classification";
import { enrichmentSources, enrichmentValues } from "@/lib/enrichment/enrichment";
import { correctLabelInput } from "@/lib/enrichment/schema";
import { stages } from "@/lib/rules/stage";
import { component } from "./component";
import { pageOf } from "./page";
import { moment } from "./shared-schemas";

const { recordingKey, label } = correctLabelInput.shape;

export const ofTrack = z.object({
  key: recordingKey.describe("`recordingKey` of a track, percent-encoded."),
});
export const ofLabel = ofTrack.extend({
  label: label.describe("`energy:high`, `mood:dark`, `fits:Peak Time`"),
});

export const trackFacts = component(
  "TrackFacts",
  z.object({
    recordingKey: z.string(),
    asOf: moment
      .nullable()
      .describe("The moment that facts are of; tags and labels are as of now. Null at first."),
    trackId: z.uuid().nullable().describe("Of the catalogue."),
    spotifyUri: z.string().nullable(),
    title: z.string().nullable(),
    mixName: z.string().nullable(),
    artists: z.array(z.string()),
    remixers: z.array(z.string()),
    label: z.string().nullable().describe("That released it."),
    genres: z.array(z.string()),
    bpm: z.number().nullable(),
    key: z.string().nullable().describe("Camelot."),
    lengthS: z.number().nullable(),
    releasedOn: z.string().nullable(),
    isrc: z.string().nullable(),
    isExplicit: z.boolean().nullable(),
    plays: z.number().int(),
    firstPlayedAt: moment.nullable(),
    lastPlayedAt: moment.nullable(),
    isSaved: z.boolean(),
    savedAt: moment.nullable(),
    playlists: z.array(z.string()).describe("Names. Playlists that Clouder fills are left out."),
    playlistCount: z.number().int().describe("Without those that Clouder fills."),
    stage: z.enum(stages),
    judgedAt: moment.nullable(),
    categories: z.array(z.string()),
    goldenSince: moment.nullable(),
    week: z.string().nullable(),
    tags: z.array(z.string()),
    classifications: z.array(z.string()).describe("The labels that stand."),
    sources: z.array(z.uuid()),
  }),
);

export const enrichmentPage = pageOf(
  "EnrichmentPage",
  component(
    "Enrichment",
    z.object({
      source: z.enum(enrichmentSources),
      version: z.number().int().describe("Of the way the source was asked."),
      at: moment.describe("When it was asked."),
      isMine: z.boolean().describe("False for what is said to everybody."),
      categories: z.array(z.string()).describe("Genres and tags, in the source's words."),
      values: z.object(enrichmentValues.shape),
    }),
  ),
);

export const classificationPage = pageOf(
  "ClassificationPage",
  component(
    "Classification",
    z.object({
      label: z.string(),
      origin: z.enum(labelOrigins),
      holds: z.boolean().describe("False where I said that it is not so."),
      stands: z.boolean().describe("Whether rules find the track by it. My word always wins."),
    }),
  ),
);

export const tagPage = pageOf(
  "TagPage",
  component("Tag", z.object({ tag: z.string(), tracks: z.number().int() })),
);

export const taggedTracks = pageOf(
  "TaggedTrackPage",
  component("TaggedTrack", z.object({ recordingKey: z.string(), tags: z.array(z.string()) })),
);

import { z } from "zod";
import { lanes } from "@/lib/curation/lane";
import { decisionKinds, periodStatuses } from "@/lib/curation/status";
import { matchMethods, matchStatuses } from "@/lib/matching/status";
import { component } from "./component";
import { job } from "./job-schemas";
import { category, moment, styleSlug } from "./shared-schemas";

/** Where a track of a week stands. */
export const stages = ["bronze", "silver", "golden", "trash"] as const;
export type Stage = (typeof stages)[number];

const periodFields = z.object({
  id: z.uuid(),
  styleSlug,
  styleName: z.string(),
  year: z.number().int().describe("The week-year of ISO 8601."),
  week: z.number().int(),
  status: z.enum(periodStatuses),
  startedAt: moment,
  closedAt: moment.nullable(),
});

export const period = component("Period", periodFields);

export const periodDetail = component(
  "PeriodDetail",
  periodFields.extend({
    categories: z.array(category),
    tracks: z.object({
      bronze: z.number().int(),
      silver: z.number().int(),
      golden: z.number().int(),
      trash: z.number().int(),
    }),
    undoable: z.number().int().describe("How many presses can be taken back."),
  }),
);

export const startedPeriod = component(
  "StartedPeriod",
  z.object({
    periodId: z.uuid(),
    collecting: z.boolean().describe("Its tracks are still being fetched and arrive later."),
    job: job.nullable().describe("That fetches them; null when they are there."),
    tracks: z.number().int(),
  }),
);

export const curationTrack = component(
  "CurationTrack",
  z.object({
    id: z.uuid().describe("Of the track on this board: what is moved and promoted."),
    trackId: z.uuid().describe("Of the track in the catalogue."),
    stage: z.enum(stages),
    categoryId: z.uuid().nullable(),
    title: z.string(),
    mixName: z.string().nullable(),
    artists: z.array(z.string()),
    remixers: z.array(z.string()),
    label: z.string().nullable(),
    release: z.string(),
    coverUrl: z.string().nullable(),
    beatportUrl: z.string(),
    bpm: z.number().nullable(),
    camelotKey: z.string().nullable(),
    keyName: z.string().nullable(),
    lengthMs: z.number().int().nullable(),
    isrc: z.string().nullable(),
    publishDate: z.iso.date(),
    preOrder: z.boolean(),
    lane: z.enum(lanes),
    laneReason: z.string().nullable(),
    alreadyGolden: z.array(z.string()).describe("My categories that hold this recording in Gold."),
    spotify: z
      .object({
        status: z.enum(matchStatuses),
        method: z.enum(matchMethods).nullable(),
        confidence: z.number().nullable(),
        url: z.string().nullable(),
      })
      .describe("From Spotify; everything else comes from Beatport."),
  }),
);

const pressFields = z.object({
  placements: z.array(
    component(
      "Placement",
      z.object({
        id: z.uuid(),
        categoryId: z.uuid().nullable().describe("Null while it is Bronze."),
        promoted: z.boolean(),
      }),
    ),
  ),
  undoable: z.number().int(),
  periodStatus: z.enum(periodStatuses),
});

export const press = component("Press", pressFields);

export const undonePress = component(
  "UndonePress",
  pressFields.extend({
    undone: z.object({
      kind: z.enum(decisionKinds).exclude(["undone"]),
      tracks: z.number().int(),
    }),
  }),
);

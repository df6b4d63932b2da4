import { z } from "zod";
import { planShows } from "@/lib/playlists/plan-lines";
import { playlistPlanKinds, playlistPlanStatuses } from "@/lib/playlists/plan-status";
import { rowOwners } from "@/lib/playlists/row";
import { proposeRuleSetInput } from "@/lib/rules/schema";
import { component } from "./component";
import { job } from "./job-schemas";
import { moment } from "./shared-schemas";

const number = z.number().int();

export const ownPlaylist = component(
  "OwnPlaylist",
  z.object({
    id: z.string().describe("Spotify's."),
    name: z.string(),
    isOwned: z.boolean().describe("Only these are changed; others can be copied."),
    isMirror: z.boolean().describe("It follows a list in Clouder, and is changed there."),
    total: number.nullable(),
    url: z.string().nullable(),
  }),
);

export const playlistState = component(
  "PlaylistState",
  z.object({
    id: z.uuid().describe("What to name as `stateId` of a change that restores it."),
    rows: number,
    createdAt: moment,
  }),
);

const planFields = z.object({
  id: z.uuid(),
  kind: z.enum(playlistPlanKinds),
  status: z.enum(playlistPlanStatuses),
  name: z.string(),
  playlistId: z.string().nullable().describe("Null until a new playlist was made."),
  ruleSetId: z.uuid().nullable(),
  problem: z.string().nullable(),
  waitingUntil: moment.nullable(),
  adds: number,
  removes: number,
  moves: number,
  keptByHand: number,
  duplicates: number,
  requests: number.describe("What carrying it out costs at Spotify."),
  seconds: number,
  isNew: z.boolean().describe("It makes a playlist."),
  follows: z.boolean().describe("Approved, its playlist follows the rule set."),
  createdAt: moment,
  appliedAt: moment.nullable(),
});

export const plan = component("PlaylistPlan", planFields);

export const rulePlanAsked = component(
  "RuleSetPlanAsked",
  z.strictObject({
    name: proposeRuleSetInput.shape.name,
    playlistId: proposeRuleSetInput.shape.playlistId
      .default(null)
      .describe("One of my own; null for a new one."),
    follows: z
      .boolean()
      .default(false)
      .describe(
        "Once the plan is approved, the playlist follows the rule set; otherwise it is filled this once.",
      ),
  }),
);

const share = number.describe("Rows of this kind.");

export const planDetail = component(
  "PlaylistPlanDetail",
  planFields.extend({
    rowsBefore: number,
    rowsAfter: number,
    counts: z.object({
      all: share,
      added: share,
      removed: share,
      moved: share,
      hand: share,
      double: share,
    }),
    writes: number,
    replaces: z.boolean().describe("Every row loses the date it was added at."),
    lost: number.describe("Rows that are wanted and that Spotify does not take."),
    waiting: number.describe("Rows that may not go yet."),
    leftOut: number.describe("Tracks that the rules want and I took out; a pin brings one back."),
    refused: number.describe("Tracks that Spotify refused."),
    canUndo: z.boolean(),
    playlistStays: z
      .boolean()
      .describe("It takes back the change that made the playlist, which stays in my library."),
    job: job.nullable().describe("That carries it out; null before it was agreed to."),
  }),
);

export const planRow = component(
  "PlaylistPlanRow",
  z.object({
    kind: z.enum(["added", "removed", "moved", "kept"]),
    by: z.enum(rowOwners).describe("Whose the row is: a rule's, mine by Clouder, or by hand."),
    place: number.nullable(),
    placeBefore: number.nullable(),
    repeats: z.boolean(),
    name: z.string().nullable(),
    artists: z.array(z.string()),
    url: z.string().nullable(),
  }),
);

export const plansMade = component("PlaylistPlans", z.object({ items: z.array(plan) }));

export const show = z.enum(planShows).default("all");

import { z } from "zod";
import { readRule } from "@/lib/rules/read-rule";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import { LONGEST_NAME } from "@/lib/rules/rule-set-name";
import { component } from "./component";
import { Problem } from "./problem";
import { moment } from "./shared-schemas";

/** Groups lie in each other without end, which `readRule` checks and words; here it is any object. */
export const definition = component(
  "RuleDefinition",
  z
    .record(z.string(), z.unknown())
    .describe(
      "`where` is a group: `all`, `any` or `none` of a list of rows and further groups; a row has `field`, `op` and what it asks for. Beside it `sort`, `limit`, `perArtist`, `perLabel`, `sources`. The export of a rule set shows the form.",
    ),
);

export const named = z.strictObject({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  definition,
});

export const ruleSet = component(
  "RuleSet",
  z.object({
    id: z.uuid(),
    name: z.string(),
    version: z.number().int().describe("Raised each time it is saved."),
    definition,
    scheduleHours: z.number().int().nullable(),
    automatic: z.boolean(),
    removalThreshold: z.number().int(),
    createdAt: moment,
    updatedAt: moment,
  }),
);

export const ruleTrack = component(
  "RuleTrack",
  z.object({
    recordingKey: z.string(),
    spotifyUri: z.string().nullable(),
    title: z.string().nullable(),
    mixName: z.string().nullable(),
    artists: z.array(z.string()),
    label: z.string().nullable(),
    bpm: z.number().nullable(),
    key: z.string().nullable(),
    lengthS: z.number().nullable(),
    releasedOn: z.string().nullable(),
  }),
);

export const verdict = component(
  "RuleVerdict",
  z.object({
    valid: z.boolean(),
    problems: z.array(
      z.object({ path: z.string().describe("`where.all[2]`"), message: z.string() }),
    ),
  }),
);

export const evaluation = component(
  "RuleEvaluation",
  z.object({
    count: z.number().int(),
    total: z.number().int().describe("How many tracks were asked about."),
    asOf: moment.nullable().describe("Null until all tracks were gathered for the first time."),
    tracks: z.array(ruleTrack).describe("The first of them, in order."),
  }),
);

export const difference = component(
  "RuleDifference",
  z.object({
    before: z.number().int(),
    after: z.number().int(),
    coming: z.number().int(),
    going: z.number().int(),
    comes: z.array(ruleTrack).describe("The first of those that come."),
    goes: z.array(ruleTrack).describe("The first of those that go."),
  }),
);

/** A rule that came from outside, or the rows that are wrong with it. */
export function readDefinition(raw: unknown): RuleDefinition {
  const read = readRule(raw);
  if (read.ok) return read.definition;
  const errors = read.problems.map(({ path, message }) => ({
    at: `/definition/${path.replace(/\[(\d+)\]/g, ".$1").replaceAll(".", "/")}`,
    detail: message,
  }));
  throw new Problem("invalid", "The rules do not fit.", { errors });
}

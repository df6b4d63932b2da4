import { z } from "zod";
import { type Condition, condition, word } from "./condition-schema";
import { fieldsOf } from "./field";

/** Conditions of which all, any, or none must hold; a group of nothing is true of all and none. */
export type RuleGroup = { all: RuleNode[] } | { any: RuleNode[] } | { none: RuleNode[] };
export type RuleNode = RuleGroup | Condition;

/** Rows count with the groups they are in, which may lie in each other as deep as there are rows. */
export const MOST_ROWS = 500;

const nodes = z.array(z.lazy((): z.ZodType<RuleNode> => z.union([ruleGroup, condition])));
const ruleGroup: z.ZodType<RuleGroup> = z.union([
  z.strictObject({ all: nodes }),
  z.strictObject({ any: nodes }),
  z.strictObject({ none: nodes }),
]);

export const sortFields = fieldsOf("text", "choice", "number", "date", "key", "boolean");
export const sortOrder = z.strictObject({
  field: z.enum(sortFields, { error: "Sort by a field that has an order." }),
  direction: z.enum(["asc", "desc"], { error: "Sort up (asc) or down (desc)." }),
});
export type SortOrder = z.output<typeof sortOrder>;

const most = (highest: number) =>
  z
    .int({ error: "Write a whole number, or nothing." })
    .min(1, { error: "Take at least one." })
    .max(highest, { error: `Take at most ${highest.toLocaleString("en")}.` })
    .nullable()
    .default(null);

/** What a rule set selects, and in which order. Read one that comes from outside with `readRule`. */
export const ruleDefinition = z.strictObject({
  where: ruleGroup,
  /** Missing values come last either way; what is equal then goes by recording. */
  sort: z
    .array(sortOrder, { error: "List what it is sorted by." })
    .max(5, { error: "Sort by at most five fields." })
    .default([]),
  limit: most(10_000),
  /** Of a track's first artist, and of its label, the first so many in the order. */
  perArtist: most(1000),
  perLabel: most(1000),
  dedupe: z
    .literal("recording", { error: "A recording is taken once (recording)." })
    .default("recording"),
  /** Ids of the sources it draws from; none are all. */
  sources: z
    .array(word, { error: "List the sources." })
    .max(100, { error: "Draw from at most 100 sources." })
    .default([]),
});
export type RuleDefinition = z.output<typeof ruleDefinition>;

/** A rule that takes every track, to be narrowed. */
export const everyTrack: RuleDefinition = ruleDefinition.parse({ where: { all: [] } });

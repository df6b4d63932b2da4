import { z } from "zod";
import { KEEPABLE } from "./condition-schema";

/** What a person said about a track of a rule set; it wins over the rules. */
export const overrideKinds = ["pin", "exclude"] as const;
export type OverrideKind = (typeof overrideKinds)[number];

export const MOST_OVERRIDES = 2000;

export const ruleOverride = z.strictObject({
  recordingKey: z
    .string({ error: "Say which recording." })
    .min(1, { error: "Say which recording." })
    .max(500, { error: "No recording is named like that." })
    .regex(KEEPABLE, { error: "No recording is named like that." }),
  kind: z.enum(overrideKinds, { error: "Say pin or exclude." }),
  /** Where a pinned track stands, from 0; null where the sort puts it. */
  position: z
    .int({ error: "Write a whole number, or nothing." })
    .min(0, { error: "The first place is 0." })
    .max(9999, { error: "The last place is 9999." })
    .nullable()
    .default(null),
});
export type RuleOverride = z.output<typeof ruleOverride>;

export const pinnedKeys = (overrides: readonly RuleOverride[]): string[] =>
  overrides.filter(({ kind }) => kind === "pin").map(({ recordingKey }) => recordingKey);

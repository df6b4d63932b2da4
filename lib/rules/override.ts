/** What a person said about a track of a rule set; it wins over the rules. */
export const overrideKinds = ["pin", "exclude"] as const;
export type OverrideKind = (typeof overrideKinds)[number];

export type RuleOverride = {
  recordingKey: string;
  kind: OverrideKind;
  /** Where a pinned track stands, from 0; null where the sort puts it. */
  position: number | null;
};

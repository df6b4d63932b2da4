import { everyTrack, type RuleDefinition, type RuleGroup, type RuleNode } from "./rule-schema";

export type RuleTemplate = {
  id: string;
  name: string;
  /** What it makes, in a sentence. */
  words: string;
  definition: RuleDefinition;
};

const rule = (where: RuleGroup, others: Partial<RuleDefinition> = {}): RuleDefinition => ({
  ...everyTrack,
  where,
  ...others,
});

const onLabels = (labels: readonly string[]): RuleNode[] =>
  labels.length > 0 ? [{ field: "label", op: "in", value: [...labels] }] : [];

/** Rule sets to begin with. Labels are those of the person's Golden tracks, when there are any. */
export const ruleTemplates = (labels: readonly string[]): RuleTemplate[] => [
  {
    id: "new-in-my-labels",
    name: "New in my labels",
    words:
      labels.length > 0
        ? "Out in the last four weeks on the labels you keep as of today, newest first."
        : "Out in the last four weeks, newest first: on any label, as you keep none yet.",
    definition: rule(
      {
        all: [
          ...onLabels(labels),
          { field: "releasedOn", op: "inLast", value: { count: 4, unit: "weeks" } },
          { field: "stage", op: "isNot", value: "trash" },
        ],
      },
      { sort: [{ field: "releasedOn", direction: "desc" }] },
    ),
  },
  {
    id: "peak-time",
    name: "Peak-time 128–134 in 8A ±1",
    words:
      "Fast enough for the peak, in keys that mix with 8A, by tempo; of tracks whose tempo and key are known.",
    definition: rule(
      {
        all: [
          { field: "bpm", op: "between", value: [128, 134] },
          { field: "key", op: "compatible", value: "8A" },
          { field: "stage", op: "isNot", value: "trash" },
        ],
      },
      { sort: [{ field: "bpm", direction: "asc" }] },
    ),
  },
  {
    id: "loved-but-not-played",
    name: "Loved but not played for 3 months",
    words: "Saved or golden, and not heard in the last three months; longest unheard first.",
    definition: rule(
      {
        all: [
          {
            any: [
              { field: "isSaved", op: "is", value: true },
              { field: "stage", op: "is", value: "golden" },
            ],
          },
          { field: "lastPlayedAt", op: "notInLast", value: { count: 3, unit: "months" } },
        ],
      },
      { sort: [{ field: "lastPlayedAt", direction: "asc" }] },
    ),
  },
  {
    id: "golden-and-never-played",
    name: "Golden and never played",
    words:
      labels.length > 0
        ? "Kept for good, and still without a play."
        : "Kept for good, and still without a play: none until you have Golden tracks.",
    definition: rule(
      {
        all: [
          { field: "stage", op: "is", value: "golden" },
          { field: "plays", op: "is", value: 0 },
        ],
      },
      { sort: [{ field: "goldenSince", direction: "desc" }] },
    ),
  },
  {
    id: "fresh-this-month",
    name: "Fresh this month, one per artist",
    words: "The newest track of each artist of the last month.",
    definition: rule(
      {
        all: [
          { field: "releasedOn", op: "inLast", value: { count: 1, unit: "months" } },
          { field: "stage", op: "isNot", value: "trash" },
        ],
      },
      { sort: [{ field: "releasedOn", direction: "desc" }], perArtist: 1, limit: 100 },
    ),
  },
  {
    id: "saved-but-in-no-playlist",
    name: "Saved but in no playlist",
    words: "In your library, and in no playlist but those that Clouder fills; the latest first.",
    definition: rule(
      {
        all: [
          { field: "isSaved", op: "is", value: true },
          { field: "playlistCount", op: "is", value: 0 },
        ],
      },
      { sort: [{ field: "savedAt", direction: "desc" }] },
    ),
  },
];

import type { TrackFacts } from "@/lib/rules/track-facts";
import type { KnownRecording, LibraryFacts } from "./known-recording";
import type { FactLine, FactOrigin, FactValue } from "./known-track-view";
import { saidOf } from "./merge-facts";
import { type SharedField, sourceOf } from "./precedence";

type Told = {
  facts: TrackFacts;
  known: KnownRecording;
};

const count = new Intl.NumberFormat("en");
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

const none = (text: string): FactValue => ({ as: "none", text });
const text = (value: string | null, missing = "Unknown"): FactValue =>
  value === null || value === "" ? none(missing) : { as: "text", text: value };
const list = (values: readonly string[], missing?: string) => text(values.join(", "), missing);
const moment = (value: Date | null, missing = "Unknown"): FactValue =>
  value === null ? none(missing) : { as: "moment", iso: value.toISOString() };

const stageWords = {
  none: null,
  trash: "Trash",
  bronze: "Bronze",
  silver: "Silver",
  golden: "Golden",
} satisfies Record<TrackFacts["stage"], string | null>;

/** The facts of a recording as rules ask them, each with who says so; what was never touched is left out. */
export function factLines({ facts, known }: Told): FactLine[] {
  const said = saidOf(known);
  const { bpm, key } = facts;
  const by = (name: string, field: SharedField, value: FactValue): FactLine => {
    const source = sourceOf(field, said);
    return { name, value, from: source === null ? [] : [source] };
  };
  const curated = (name: string, value: FactValue): FactLine => ({
    name,
    value,
    from: value.as === "none" ? [] : ["curation"],
  });
  const ofLibrary = (name: string, value: FactValue, tells = anything): FactLine => ({
    name,
    value,
    from: value.as === "none" ? [] : providersOf(known.library.filter(tells)),
  });

  return [
    by("BPM", "bpm", text(bpm === null ? null : tenths.format(bpm))),
    by("Key", "key", key === null ? none("Unknown") : { as: "key", key }),
    by("Label", "label", text(facts.label)),
    { name: "Genres", value: list(facts.genres), from: genresFrom(known) },
    by("Released", "releasedOn", text(facts.releasedOn)),
    by("ISRC", "isrc", text(facts.isrc)),
    curated("Stage", text(stageWords[facts.stage], "Not in any week")),
    ...[
      curated("Categories", list(facts.categories)),
      curated("Week", text(facts.week)),
      curated("Judged", moment(facts.judgedAt)),
      ofLibrary("Saved", moment(facts.savedAt), ({ isSaved }) => isSaved),
    ].filter(({ value }) => value.as !== "none"),
    ofLibrary("Plays", text(facts.plays > 0 ? count.format(facts.plays) : null, "None"), hasPlays),
    ofLibrary("First play", moment(facts.firstPlayedAt, "Never"), hasPlays),
    ofLibrary("Last play", moment(facts.lastPlayedAt, "Never"), hasPlays),
    ofLibrary("Playlists", list(facts.playlists, "In none, besides those that Clouder fills")),
    { name: "Sources", value: list(facts.sourceNames, "In none that was fetched"), from: [] },
  ];
}

const anything = (_: LibraryFacts) => true;
const hasPlays = ({ plays }: LibraryFacts) => plays > 0;

const providersOf = (library: readonly LibraryFacts[]): FactOrigin[] => [
  ...new Set(library.map(({ provider }) => provider)),
];

const genresFrom = ({ catalog, enrichments }: KnownRecording): FactOrigin[] => [
  ...(catalog ? (["beatport"] as const) : []),
  ...new Set(
    enrichments.filter(({ categories }) => categories.length > 0).map(({ source }) => source),
  ),
];

import { type Energy, enrichmentSources, type Mood } from "./enrichment";

/** Everybody who says something about a recording; `list` is what a gathered list calls it. */
export const factSources = ["beatport", "spotify", "apple", "list", ...enrichmentSources] as const;
export type FactSource = (typeof factSources)[number];

/** The facts that several sources may tell, each its own way. */
export type SharedFacts = {
  title: string;
  artists: string[];
  remixers: string[];
  mixName: string;
  label: string;
  bpm: number;
  key: string;
  lengthS: number;
  releasedOn: string;
  isrc: string;
  isExplicit: boolean;
  energy: Energy;
  mood: Mood;
};
export type SharedField = keyof SharedFacts;

const libraries = ["spotify", "apple"] as const;

/** Whose word counts for a fact, first to last. Who is not named is never believed. */
export const precedence: { [F in SharedField]: readonly FactSource[] } = {
  title: ["beatport", ...libraries, "list"],
  artists: ["beatport", ...libraries, "list"],
  remixers: ["beatport"],
  mixName: ["beatport"],
  label: ["beatport", "musicbrainz"],
  bpm: ["beatport", "musicbrainz"],
  key: ["beatport", "musicbrainz"],
  lengthS: ["beatport", ...libraries],
  releasedOn: ["beatport", ...libraries, "musicbrainz"],
  isrc: ["beatport", ...libraries],
  isExplicit: libraries,
  energy: ["musicbrainz", "llm"],
  mood: ["musicbrainz", "llm"],
};

type Told = { [F in SharedField]?: SharedFacts[F] | null };
/** What each source says; null and empty are nothing said. */
export type Said = { [S in FactSource]?: Told };

const isSaid = (value: unknown) =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && !value.length);

/** Whose word counts for a fact of a recording; null when nobody says anything. */
export const sourceOf = (field: SharedField, said: Said): FactSource | null =>
  precedence[field].find((source) => isSaid(said[source]?.[field])) ?? null;

/** What the first source says that says anything; null when none does. */
export function chooseFact<F extends SharedField>(field: F, said: Said): Told[F] | null {
  const first = sourceOf(field, said);
  return first === null ? null : (said[first]?.[field] ?? null);
}

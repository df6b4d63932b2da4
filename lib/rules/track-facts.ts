import { foldText } from "./fold-text";
import type { Stage } from "./stage";

/** All that is known of one recording of a user's, as it is gathered. */
export type TrackFacts = {
  recordingKey: string;
  /** Its track in the catalogue, if it has one. */
  trackId: string | null;
  spotifyUri: string | null;
  title: string | null;
  artists: string[];
  remixers: string[];
  label: string | null;
  /** Beatport's genre and the tags of enrichments. */
  genres: string[];
  mixName: string | null;
  bpm: number | null;
  /** Camelot, "8A". */
  key: string | null;
  lengthS: number | null;
  /** An ISO day. */
  releasedOn: string | null;
  /** In its normal form. */
  isrc: string | null;
  isExplicit: boolean | null;
  plays: number;
  firstPlayedAt: Date | null;
  lastPlayedAt: Date | null;
  isSaved: boolean;
  savedAt: Date | null;
  playlists: string[];
  playlistCount: number;
  stage: Stage;
  judgedAt: Date | null;
  categories: string[];
  goldenSince: Date | null;
  /** Of the latest curation, "2026-W46". */
  week: string | null;
  tags: string[];
  /** Labels given by rules or by hand: "mood:dark", "fits:Peak Time". */
  classifications: string[];
  /** Ids of the sources it came from. */
  sources: string[];
  /** What they are called. */
  sourceNames: string[];
};

type FoldedText = "title" | "label" | "mixName";
type FoldedList =
  | "artists"
  | "remixers"
  | "genres"
  | "playlists"
  | "categories"
  | "tags"
  | "classifications"
  | "sourceNames";

/** Facts with the forms in which rules compare their texts. */
export type RuleTrack = TrackFacts & { [F in `${FoldedText}Folded`]: string | null } & {
  [F in `${FoldedList}Folded`]: string[];
};

const foldOne = (text: string | null) => (text === null ? null : foldText(text) || null);
const foldAll = (texts: readonly string[]) => texts.map(foldText).filter((text) => text !== "");

const folded = (facts: TrackFacts) => ({
  titleFolded: foldOne(facts.title),
  labelFolded: foldOne(facts.label),
  mixNameFolded: foldOne(facts.mixName),
  artistsFolded: foldAll(facts.artists),
  remixersFolded: foldAll(facts.remixers),
  genresFolded: foldAll(facts.genres),
  playlistsFolded: foldAll(facts.playlists),
  categoriesFolded: foldAll(facts.categories),
  tagsFolded: foldAll(facts.tags),
  classificationsFolded: foldAll(facts.classifications),
  sourceNamesFolded: foldAll(facts.sourceNames),
});

/**
 * Text without anything to compare, such as a lone accent, counts as missing. Properties behind a
 * spread this wide would cost more than all the folding; `Object.assign` does not.
 */
export const foldFacts = (facts: TrackFacts): RuleTrack => Object.assign({}, facts, folded(facts));

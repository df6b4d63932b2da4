import { stages } from "./stage";
import type { RuleTrack } from "./track-facts";

type FieldGroup = "catalogue" | "library" | "curation" | "yours";

/** How a text is written in the column that is asked, and so how a rule's text is read. */
export type Writing = "folded" | "upper" | "isrc";

type Column<Value> = {
  [C in keyof RuleTrack]: RuleTrack[C] extends Value ? C : never;
}[keyof RuleTrack];

const about = <T extends string, C extends keyof RuleTrack>(
  type: T,
  name: string,
  group: FieldGroup,
  column: C,
) => ({ type, name, group, column });

const text = <C extends Column<string | null>>(
  name: string,
  group: FieldGroup,
  column: C,
  writing: Writing = "folded",
) => ({ ...about("text", name, group, column), writing });

const list = <C extends Column<string[]>>(name: string, group: FieldGroup, column: C) => ({
  ...about("list", name, group, column),
  writing: "folded" as const,
});

const number = <C extends Column<number | null>>(
  name: string,
  group: FieldGroup,
  column: C,
  unit: string | null = null,
) => ({ ...about("number", name, group, column), unit });

type DateWords = { missing: string; known: string };

const moment = <C extends Column<Date | null>>(
  name: string,
  group: FieldGroup,
  column: C,
  words: DateWords,
) => ({ ...about("date", name, group, column), unit: "moment" as const, ...words });

const flag = <C extends Column<boolean | null>>(
  name: string,
  group: FieldGroup,
  column: C,
  words: { yes: string; no: string },
) => ({ ...about("boolean", name, group, column), ...words });

/** Everything a rule can ask about a track; the name begins the sentence about it. */
export const fields = {
  title: text("Title", "catalogue", "titleFolded"),
  artists: list("Artists", "catalogue", "artistsFolded"),
  remixers: list("Remixers", "catalogue", "remixersFolded"),
  label: text("Label", "catalogue", "labelFolded"),
  genres: list("Genres", "catalogue", "genresFolded"),
  mixName: text("Mix name", "catalogue", "mixNameFolded"),
  bpm: number("BPM", "catalogue", "bpm"),
  key: about("key", "Key", "catalogue", "key"),
  lengthS: number("Length", "catalogue", "lengthS", "s"),
  releasedOn: {
    ...about("date", "Released", "catalogue", "releasedOn"),
    unit: "day" as const,
    missing: "Release date is unknown",
    known: "Release date is known",
  },
  isrc: text("ISRC", "catalogue", "isrc", "isrc"),
  isExplicit: flag("Explicit", "catalogue", "isExplicit", {
    yes: "Is explicit",
    no: "Is not explicit",
  }),

  plays: number("Plays", "library", "plays"),
  lastPlayedAt: moment("Last played", "library", "lastPlayedAt", {
    missing: "Has no last play",
    known: "Has a last play",
  }),
  firstPlayedAt: moment("First played", "library", "firstPlayedAt", {
    missing: "Has no first play",
    known: "Has a first play",
  }),
  isSaved: flag("Saved in the library", "library", "isSaved", {
    yes: "Is saved",
    no: "Is not saved",
  }),
  savedAt: moment("Saved", "library", "savedAt", {
    missing: "Has no date of being saved",
    known: "Has a date of being saved",
  }),
  playlists: list("Playlists", "library", "playlistsFolded"),
  playlistCount: number("Number of playlists", "library", "playlistCount"),

  stage: { ...about("choice", "Stage", "curation", "stage"), choices: stages },
  judgedAt: moment("Judged", "curation", "judgedAt", {
    missing: "Was never judged",
    known: "Was judged",
  }),
  categories: list("Categories", "curation", "categoriesFolded"),
  goldenSince: moment("Became golden", "curation", "goldenSince", {
    missing: "Never became golden",
    known: "Became golden at some time",
  }),
  week: text("Week", "curation", "week", "upper"),

  tags: list("Tags", "yours", "tagsFolded"),
  classifications: list("Classifications", "yours", "classificationsFolded"),
  sourceNames: list("Sources", "yours", "sourceNamesFolded"),
} as const;

export type FieldId = keyof typeof fields;
export type FieldType = (typeof fields)[FieldId]["type"];

/** The fields of a type. */
export type FieldOf<T extends FieldType> = {
  [F in FieldId]: (typeof fields)[F]["type"] extends T ? F : never;
}[FieldId];

export const isField = (name: unknown): name is FieldId =>
  typeof name === "string" && Object.hasOwn(fields, name);

export const fieldIds = Object.keys(fields).filter(isField);

export const fieldsOf = <T extends FieldType>(...types: T[]): FieldOf<T>[] =>
  fieldIds.filter((id): id is FieldOf<T> => types.some((type) => fields[id].type === type));

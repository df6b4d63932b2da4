import { type Day, isDay } from "../world/calendar";
import type { Track } from "../world/publication";

/** Inclusive on both ends; null is open. */
export interface Slice<Bound> {
  from: Bound | null;
  to: Bound | null;
}

export type TrackTest = (track: Track) => boolean;

export type FieldErrors = Record<string, string[]>;

/** The catalogue query of one request, or what is wrong with it, field by field. */
export interface TrackFilters {
  genreIds: readonly number[] | null;
  labelIds: readonly number[] | null;
  artistIds: readonly number[] | null;
  releaseIds: readonly number[] | null;
  ids: readonly number[] | null;
  isrcs: readonly string[] | null;
  published: Slice<Day>;
  tests: readonly TrackTest[];
}

const everything = { from: null, to: null };
const NUMBER = "Enter a number.";
const DATE = "Enter a valid date.";
const choice = (value: string) =>
  `Select a valid choice. ${value} is not one of the available choices.`;

const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
const within = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** Tests on text; Beatport compares without case, names as a part of the whole. */
const textTests: Record<string, (track: Track, value: string) => boolean> = {
  name: ({ recording }, value) => within(recording.listedName, value),
  mix_name: ({ recording }, value) => within(recording.listedMixName, value),
  artist_name: ({ recording }, value) =>
    recording.artists.some((artist) => within(artist.name, value)),
  label_name: ({ release }, value) => within(release.label.name, value),
  label_name_exact: ({ release }, value) => same(release.label.name, value),
  release_name: ({ release }, value) => within(release.name, value),
  catalog_number: ({ release }, value) => same(release.catalogNumber, value),
};

const flagTests: Record<string, (track: Track) => boolean> = {
  available_worldwide: ({ recording }) => recording.availability === "worldwide",
  is_explicit: ({ recording }) => recording.explicit,
  enabled: () => true,
  is_available_for_streaming: () => true,
};

export function readFilters(params: URLSearchParams): TrackFilters | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const given = (field: string) => params.get(field) || null;

  const numbers = (field: string): number[] | null => {
    const values = given(field)?.split(",");
    if (!values) return null;
    if (values.some((value) => !/^\d+$/.test(value))) errors[field] = [NUMBER];
    return values.map(Number);
  };

  const slice = <Bound>(field: string, read: (text: string) => Bound | null, problem: string) => {
    const value = given(field);
    if (!value) return everything;
    const [first = "", last = first] = value.split(":");
    const bound = (text: string) => {
      const known = text ? read(text) : null;
      if (text && known === null) errors[field] = [problem];
      return known;
    };
    return { from: bound(first), to: bound(last) };
  };
  const days = (field: string) => slice<Day>(field, (text) => (isDay(text) ? text : null), DATE);

  const tests: TrackTest[] = [];
  for (const [field, test] of Object.entries(textTests)) {
    const value = given(field);
    if (value) tests.push((track) => test(track, value));
  }
  for (const [field, test] of Object.entries(flagTests)) {
    const value = given(field);
    if (value && value !== "true" && value !== "false") errors[field] = [choice(value)];
    if (value) tests.push((track) => test(track) === (value === "true"));
  }
  const subGenreIds = numbers("sub_genre_id");
  if (subGenreIds) {
    tests.push(({ recording }) => subGenreIds.includes(recording.subGenre?.id ?? -1));
  }
  const keyIds = numbers("key_id");
  if (keyIds) tests.push(({ recording }) => keyIds.includes(recording.key.id));
  const bpm = slice("bpm", (text) => (/^\d+$/.test(text) ? Number(text) : null), NUMBER);
  if (given("bpm")) tests.push(({ recording }) => contains(bpm, recording.listedBpm ?? -1));
  const released = days("new_release_date");
  if (given("new_release_date")) tests.push((track) => contains(released, track.newReleaseDay));

  const filters: TrackFilters = {
    genreIds: numbers("genre_id"),
    labelIds: numbers("label_id"),
    artistIds: numbers("artist_id"),
    releaseIds: numbers("release_id"),
    ids: numbers("id"),
    isrcs: given("isrc")?.split(",") ?? null,
    published: days("publish_date"),
    tests,
  };
  return Object.keys(errors).length ? { errors } : filters;
}

export const contains = <Bound extends string | number>(slice: Slice<Bound>, value: Bound) =>
  (slice.from === null || value >= slice.from) && (slice.to === null || value <= slice.to);

const orderings = ["publish_date", "release_date", "release_id", "genre", "label", "name"] as const;

export interface Ordering {
  by: (typeof orderings)[number] | "id";
  descending: boolean;
}

/** Without `order_by` the newest id comes first. */
export function readOrdering(params: URLSearchParams): Ordering | { errors: FieldErrors } {
  const value = params.get("order_by");
  if (!value) return { by: "id", descending: true };
  const by = orderings.find((name) => name === value.replace(/^-/, ""));
  if (!by) return { errors: { order_by: [choice(value)] } };
  return { by, descending: value.startsWith("-") };
}

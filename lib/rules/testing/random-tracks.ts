import fc from "fast-check";
import { foldText } from "../fold-text";
import { camelotKeys } from "../key-distance";
import { stages } from "../stage";
import type { TrackFacts } from "../track-facts";

const KEEPABLE = /^[^\p{Cc}\p{Cs}]*$/u;

/** Few enough to meet each other, and every trap of comparing texts. */
const names = [
  ...["Café", "CAFÉ", "cafe", "Cafe\u0301", "Straße", "STRASSE", "İstanbul", "ıstanbul"],
  ...["ﬁre", "Ａｃｉｄ", "acid", "Acid Rain", "acid  rain", "100% _pure\\", "a*b?", "a?b", "ab"],
  ...[
    "🎧 Mix",
    "🎧",
    "\ufffd",
    "ΟΔΟΣ",
    "οδος",
    "Øre",
    "(VIP)",
    "[dub].+$",
    "\u0301",
    "'",
    "É",
    "z",
  ],
];
export const sourceIds = ["liked", "Liked", "playlist:37i9", "playlist:37I9", "catalog"];
const oddText = fc.string({ unit: "grapheme", maxLength: 6 }).filter((text) => KEEPABLE.test(text));
const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, oddText);
/** A text that a rule may look for. */
export const lookedFor = name.filter((text) => foldText(text) !== "");

export const isrcs = ["DEX260000001", "DEX260000002", "USRC17607839"];
export const weeks = ["2026-W45", "2026-W46", "2025-W46"];
export const amount = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.constantFrom(127.5, 128, 134, 300),
);
export const day = fc
  .integer({ min: 0, max: 140 })
  .map((days) => new Date(Date.UTC(2026, 7, 1) + days * 86_400_000).toISOString().slice(0, 10));
/** Near midnight in Berlin more often than not. */
const moment = fc
  .tuple(day, fc.constantFrom("00:00", "21:59", "22:00", "22:59", "23:00", "12:34"), amount)
  .map(([on, time, ms]) => new Date(Date.parse(`${on}T${time}:59.999Z`) + Math.floor(ms)));
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 3 });
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const facts: fc.Arbitrary<Omit<TrackFacts, "recordingKey">> = fc.record({
  trackId: fc.constant(null),
  spotifyUri: perhaps(fc.constant("spotify:track:1")),
  title: perhaps(name),
  artists: some(name),
  remixers: some(name),
  label: perhaps(name),
  genres: some(name),
  mixName: perhaps(name),
  bpm: perhaps(amount),
  key: perhaps(fc.constantFrom(...camelotKeys)),
  lengthS: perhaps(amount),
  releasedOn: perhaps(day),
  isrc: perhaps(fc.constantFrom(...isrcs)),
  isExplicit: perhaps(fc.boolean()),
  plays: fc.nat({ max: 5 }),
  firstPlayedAt: perhaps(moment),
  lastPlayedAt: perhaps(moment),
  isSaved: fc.boolean(),
  savedAt: perhaps(moment),
  playlists: some(name),
  playlistCount: fc.nat({ max: 5 }),
  stage: fc.constantFrom(...stages),
  judgedAt: perhaps(moment),
  categories: some(name),
  goldenSince: perhaps(moment),
  week: perhaps(fc.constantFrom(...weeks)),
  tags: some(name),
  classifications: some(name),
  sources: some(fc.constantFrom(...sourceIds)),
  sourceNames: some(name),
});

const keyStart = fc.constantFrom("isrc:", "name:", "Name:", "🎧", "\uffee");

/** Tracks of different recordings, with gaps and odd letters. */
export const randomTracks = (count: number, seed: number): TrackFacts[] =>
  fc
    .sample(fc.tuple(keyStart, facts), { numRuns: count, seed })
    .map(([start, known], index) => ({ ...known, recordingKey: `${start}${index}` }));

import { type Row, urisOf } from "../row";

export const letteredTrack = (letter: string) => `spotify:track:${letter}`;

/** Rows by hand, a track per letter: "aba" holds one of them twice. */
export const listOf = (letters: string): Row[] =>
  [...letters].map((letter) => ({ uri: letteredTrack(letter), by: "hand" }));

/** Rows as letters again; "?" where nothing is named. */
export const lettersOf = (rows: readonly Row[]) =>
  urisOf(rows)
    .map((uri) => uri?.at(-1) ?? "?")
    .join("");

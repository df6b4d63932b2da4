import { csvLine } from "@/lib/api/csv";
import type { RuleSetTrack } from "./rule-set-view";

const columns = [
  ["title", ({ title }: RuleSetTrack) => title],
  ["mix", ({ mixName }: RuleSetTrack) => mixName],
  ["artists", ({ artists }: RuleSetTrack) => artists.join(", ")],
  ["label", ({ label }: RuleSetTrack) => label],
  ["bpm", ({ bpm }: RuleSetTrack) => bpm],
  ["key", ({ key }: RuleSetTrack) => key],
  ["length_s", ({ lengthS }: RuleSetTrack) => lengthS],
  ["released", ({ releasedOn }: RuleSetTrack) => releasedOn],
  ["spotify", ({ spotifyUri }: RuleSetTrack) => spotifyUri],
  ["recording", ({ recordingKey }: RuleSetTrack) => recordingKey],
] as const;

export const csvHead = csvLine(columns.map(([name]) => name));

/** Tracks as lines of a table that spreadsheets read (RFC 4180). */
export const csvLines = (tracks: readonly RuleSetTrack[]) =>
  tracks.map((track) => csvLine(columns.map(([, read]) => read(track)))).join("");

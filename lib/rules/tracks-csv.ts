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

/** What a spreadsheet would take for a formula is opened with a quote, as text is. */
const asText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = asText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly (string | number | null)[]) => `${cells.map(cell).join(",")}\r\n`;

export const csvHead = line(columns.map(([name]) => name));

/** Tracks as lines of a table that spreadsheets read (RFC 4180). */
export const csvLines = (tracks: readonly RuleSetTrack[]) =>
  tracks.map((track) => line(columns.map(([, read]) => read(track)))).join("");

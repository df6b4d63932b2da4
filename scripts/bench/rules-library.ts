import { camelotKeys } from "@/lib/rules/key-distance";
import type { RuleDefinition, RuleGroup } from "@/lib/rules/rule-schema";
import { stages } from "@/lib/rules/stage";
import type { TrackFacts } from "@/lib/rules/track-facts";

const DAY_MS = 86_400_000;
const words = ["Acid", "Night", "Ritual", "Déjà", "Signal", "Concrete", "Föhn", "Drift", "Vela"];
const genres = ["Techno (Peak Time)", "Minimal / Deep Tech", "House", "Electro", "Trance"];
const moods = ["mood:dark", "mood:bright", "energy:high", "energy:low", "fits:Peak Time"];
const playlists = ["Warm-up", "Closing", "Berlin 2025", "Sunday", "Tools"];

/** Numbers that are the same on every run. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** A large library as a DJ's is: most tracks known from the catalogue, some played, few golden. */
export function bigLibrary(tracks: number, now: Date): TrackFacts[] {
  const next = numbersFrom(2026);
  const pick = <T>(from: readonly T[]): T[] => {
    const at = next(from.length);
    return from.slice(at, at + 1);
  };
  const ago = (days: number) => new Date(now.getTime() - next(days * DAY_MS));
  const perhaps = <T>(oneIn: number, value: T) => (next(oneIn) === 0 ? value : null);
  return Array.from({ length: tracks }, (_, index) => {
    const plays = next(3) === 0 ? next(40) : 0;
    const stage = next(10) < 6 ? "none" : (pick(stages)[0] ?? "none");
    const savedAt = perhaps(4, ago(2000));
    const listed = next(3) === 0 ? pick(playlists) : [];
    return {
      recordingKey: `isrc:DEBNC${String(index).padStart(7, "0")}`,
      trackId: null,
      spotifyUri: `spotify:track:${String(index).padStart(22, "0")}`,
      title: `${pick(words)[0]} ${pick(words)[0]} ${index}`,
      artists: [`Artist ${next(4000)}`, ...(next(4) === 0 ? [`Artist ${next(4000)}`] : [])],
      remixers: next(5) === 0 ? [`Artist ${next(4000)}`] : [],
      label: next(20) === 0 ? null : `Label ${next(800)}`,
      genres: [...pick(genres), ...(next(2) === 0 ? ["hypnotic"] : [])],
      mixName: next(4) === 0 ? "Extended Mix" : "Original Mix",
      bpm: next(25) === 0 ? null : 118 + next(30),
      key: pick(camelotKeys)[0] ?? null,
      lengthS: 180 + next(300),
      releasedOn: ago(3000).toISOString().slice(0, 10),
      isrc: `DEBNC${String(index).padStart(7, "0")}`,
      isExplicit: next(50) === 0,
      plays,
      firstPlayedAt: plays > 0 ? ago(1500) : null,
      lastPlayedAt: plays > 0 ? ago(400) : null,
      isSaved: savedAt !== null,
      savedAt,
      playlists: listed,
      playlistCount: listed.length,
      stage,
      judgedAt: stage === "none" ? null : ago(800),
      categories: stage === "silver" || stage === "golden" ? pick(playlists) : [],
      goldenSince: stage === "golden" ? ago(700) : null,
      week: stage === "none" ? null : `2026-W${String(1 + next(46)).padStart(2, "0")}`,
      tags: next(8) === 0 ? ["opener"] : [],
      classifications: [...pick(moods), ...pick(moods)],
      sources: next(2) === 0 ? ["liked"] : ["catalog"],
      sourceNames: ["Liked tracks"],
    };
  });
}

const inLast = (count: number, unit: "days" | "weeks" | "months") => ({ count, unit });

/** Groups four deep, over most kinds of fields. */
const nested = (bpm: number): RuleGroup => ({
  all: [
    { field: "bpm", op: "between", value: [bpm, bpm + 16] },
    {
      any: [
        {
          all: [
            { field: "key", op: "compatible", value: "8A" },
            { field: "classifications", op: "anyOf", value: ["mood:dark", "energy:high"] },
          ],
        },
        {
          all: [
            { field: "genres", op: "contains", value: "techno" },
            {
              none: [
                { field: "title", op: "matches", value: "*night*drift*" },
                { field: "lastPlayedAt", op: "inLast", value: inLast(3, "months") },
                { any: [{ field: "mixName", op: "startsWith", value: "radio" }] },
              ],
            },
          ],
        },
        { field: "label", op: "in", value: ["Label 7", "Label 70", "Label 700"] },
      ],
    },
    { none: [{ field: "stage", op: "is", value: "trash" }] },
    { field: "artists", op: "noneOf", value: ["Artist 1", "Artist 2"] },
    { field: "releasedOn", op: "inLast", value: inLast(60, "months") },
  ],
});

/** A rule set that asks for a lot, and counts. */
export const nestedRule = (bpm = 122): RuleDefinition => ({
  where: nested(bpm),
  sort: [
    { field: "releasedOn", direction: "desc" },
    { field: "bpm", direction: "asc" },
  ],
  limit: 500,
  perArtist: 2,
  perLabel: 20,
  dedupe: "recording",
  sources: [],
});

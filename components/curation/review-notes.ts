import { inHarmony, parseCamelot } from "@/lib/catalog/camelot";
import type { Board, BoardTrack } from "@/lib/curation/board";

/** Fewer tracks than this have no usual tempo or key. */
const FEWEST_TRACKS = 5;
const ODD_BPM = 6;

/** What the DJ should know before promoting, in words: "already in Closing", "tempo +8". */
export function reviewNotes(board: Board, columns: readonly BoardTrack[][]): Map<string, string[]> {
  const names = new Map(board.categories.map(({ id, name }) => [id, name]));
  const notes = new Map<string, string[]>();
  const twins = twinsOf(columns.flat());
  for (const column of columns) {
    for (const track of column) {
      const own = track.categoryId ? names.get(track.categoryId) : undefined;
      const golden = track.alreadyGolden.filter((name) => !(track.promoted && name === own));
      const found = [
        golden.length > 0 ? `already in Gold: ${golden.join(", ")}` : null,
        ...(twins.get(track.id) ?? []).map((twin) => `also in ${nameOf(twin, names, own)}`),
        tempoNote(track, column),
        keyNote(track, column),
      ].filter((note) => note !== null);
      if (found.length > 0) notes.set(track.id, found);
    }
  }
  return notes;
}

const nameOf = (twin: BoardTrack, names: Map<string, string>, own: string | undefined) => {
  const name = twin.categoryId ? names.get(twin.categoryId) : undefined;
  return !name || name === own ? "this list" : name;
};

/** The same recording on another release: same ISRC, or same artists, title and mix. */
function twinsOf(tracks: readonly BoardTrack[]): Map<string, BoardTrack[]> {
  const groups = new Map<string, BoardTrack[]>();
  for (const track of tracks) {
    for (const key of recordingKeys(track)) groups.set(key, [...(groups.get(key) ?? []), track]);
  }
  return new Map(
    tracks.map((track) => {
      const group = recordingKeys(track).flatMap((key) => groups.get(key) ?? []);
      return [track.id, [...new Set(group)].filter(({ id }) => id !== track.id)];
    }),
  );
}

function recordingKeys({ isrc, artists, title, mixName }: BoardTrack): string[] {
  const name = [artists.toSorted().join(","), title, mixName ?? ""].join("|").toLowerCase();
  return isrc === null ? [name] : [name, isrc];
}

function tempoNote({ bpm }: BoardTrack, column: readonly BoardTrack[]): string | null {
  const tempos = column.flatMap((track) => (track.bpm === null ? [] : [track.bpm])).sort(ascending);
  const usual = tempos[Math.floor(tempos.length / 2)];
  if (bpm === null || usual === undefined || tempos.length < FEWEST_TRACKS) return null;
  const offset = bpm - usual;
  if (Math.abs(offset) < ODD_BPM) return null;
  if (Math.abs(bpm * 2 - usual) < ODD_BPM) return "half time";
  if (Math.abs(bpm / 2 - usual) < ODD_BPM) return "double time";
  return `tempo ${offset > 0 ? "+" : "−"}${Math.abs(offset)}`;
}

function keyNote(track: BoardTrack, column: readonly BoardTrack[]): string | null {
  const key = parseCamelot(track.camelotKey);
  const others = column
    .filter(({ id }) => id !== track.id)
    .flatMap(({ camelotKey }) => parseCamelot(camelotKey) ?? []);
  if (!key || others.length < FEWEST_TRACKS - 1) return null;
  return others.some((other) => inHarmony(key, other)) ? null : "key apart";
}

const ascending = (one: number, other: number) => one - other;

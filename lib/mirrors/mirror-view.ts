import type { MirrorKind, MirrorStatus } from "./kind";

/** A Spotify playlist that follows a list, as the screen tells it. */
export type MirrorView = {
  id: string;
  kind: MirrorKind;
  /** Of a Silver or Golden list; null for Bronze. */
  categoryId: string | null;
  name: string;
  /** Null until the playlist exists. */
  url: string | null;
  status: MirrorStatus;
  /** In words, e.g. "In step with Spotify". */
  words: string;
  /** When it was last in step. */
  mirroredAt: string | null;
  waitingUntil: string | null;
  problem: string | null;
  handMadeChanges: number;
  /** The playlist was removed in Spotify; a new one is made only when asked for. */
  removed: boolean;
};

export type MirrorRow = {
  id: string;
  kind: MirrorKind;
  categoryId: string | null;
  name: string;
  url: string | null;
  status: MirrorStatus;
  inStep: boolean;
  mirroredAt: Date | null;
  waitingUntil: Date | null;
  problem: string | null;
  handMadeChanges: number;
  /** Tracks of the list that Spotify does not take. */
  refused: number;
};

export function viewMirror({ inStep, refused, ...row }: MirrorRow): MirrorView {
  return {
    ...row,
    words: describe({ ...row, inStep, refused }),
    mirroredAt: row.mirroredAt?.toISOString() ?? null,
    waitingUntil: row.status === "waiting" ? (row.waitingUntil?.toISOString() ?? null) : null,
    removed: row.status === "removed",
  };
}

function describe({ status, inStep, url, problem, handMadeChanges, refused }: MirrorRow): string {
  if (status === "removed") return "Removed in Spotify";
  if (status === "stopped") return "Stopped; the next change of the list takes it up";
  if (status === "waiting") return "Spotify asks us to wait; nothing is lost";
  if (status === "failed") return problem ?? "Spotify could not be written";
  if (!inStep) return url ? "Changes are on their way to Spotify" : "The playlist is on its way";
  const exceptions = [
    ...(handMadeChanges > 0 ? [`${countWords(handMadeChanges, "change")} made in Spotify`] : []),
    ...(refused > 0 ? [`${countWords(refused, "track")} that Spotify refused`] : []),
  ];
  if (exceptions.length === 0) return "In step with Spotify";
  return `In step, but for ${exceptions.join(" and ")}`;
}

const countWords = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

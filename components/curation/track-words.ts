import type { BoardTrack } from "@/lib/curation/board";

const releaseDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  timeZone: "UTC",
});
const releaseDate = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "Fri 13" */
export const dayOf = (isoDate: string) => releaseDay.format(new Date(isoDate)).replace(",", "");

/** "13 Nov 2026" */
export const dateOf = (isoDate: string) => releaseDate.format(new Date(isoDate));

/** "6:42" */
export function lengthOf(lengthMs: number | null): string {
  if (lengthMs === null) return "";
  const seconds = Math.round(lengthMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export const artistsOf = ({ artists }: Pick<BoardTrack, "artists">) =>
  artists.join(", ") || "Unknown artist";

/** Some releases come without a name. */
export const titleOf = ({ title }: Pick<BoardTrack, "title">) => title || "Untitled";

export type Flag = { text: string; tone: "danger" | "bronze" | "quiet" };

/** The one thing worth knowing before listening; null when nothing is unusual. */
export function flagOf(track: BoardTrack): Flag | null {
  const { status, summary } = track.spotify;
  if (status === "review") return { text: "check match", tone: "danger" };
  if (track.lane === "seen_before") return { text: seenWhen(track.laneReason), tone: "bronze" };
  if (track.preOrder) return { text: "pre-order", tone: "quiet" };
  if (status === "pending") return { text: "finding…", tone: "quiet" };
  if (status !== "found") return { text: "not on Spotify", tone: "quiet" };
  if (summary?.includes("shorter")) return { text: "shorter", tone: "quiet" };
  if (track.lane === "back_catalogue") return { text: "older", tone: "quiet" };
  if (track.lane === "compilation") return { text: "compilation", tone: "quiet" };
  return null;
}

function seenWhen(reason: string | null): string {
  const week = /W\d\d/.exec(reason ?? "")?.[0];
  return week ? `seen in ${week}` : "seen before";
}

import type { BoardTrack } from "@/lib/curation/board";

type Words = { lead: string; detail: string | null; tone: "ok" | "danger" | "quiet" };

/** What is known of the track on Spotify, and how. */
export function matchWords({ spotify }: BoardTrack): Words {
  const detail = spotify.summary;
  switch (spotify.status) {
    case "found":
      return { lead: "Found on Spotify", detail, tone: "ok" };
    case "review":
      return { lead: "Check the match", detail, tone: "danger" };
    case "pending":
      return { lead: "Looking on Spotify…", detail: null, tone: "quiet" };
    case "unavailable":
      return { lead: "Not available on Spotify in your market", detail, tone: "quiet" };
    case "not_found":
    case "rejected":
      return { lead: "Not on Spotify", detail, tone: "quiet" };
  }
}

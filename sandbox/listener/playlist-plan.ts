import { randomFrom } from "../world/random";
import type { LibrarySpec } from "./library-size";

export type PlaylistKind = "owned" | "own-collaborative" | "shared" | "followed";

export interface PlaylistPlan {
  kind: PlaylistKind;
  items: number;
}

/** Of twenty playlists, fourteen are the user's, one is open to others, one or two are shared with them, four are followed. */
const OWNED = 41 / 60;
const OWN_COLLABORATIVE = 3 / 60;
const SHARED = 4 / 60;
/** The first lists are long, the last hold a handful. */
const STEEPNESS = 0.75;

function kindsOf(playlists: number): PlaylistKind[] {
  const owned = Math.round(playlists * OWNED);
  const open = Math.round(playlists * OWN_COLLABORATIVE);
  const shared = Math.round(playlists * SHARED);
  return Array.from({ length: playlists }, (_, index) => {
    if (index < owned) return "owned";
    if (index < owned + open) return "own-collaborative";
    return index < owned + open + shared ? "shared" : "followed";
  });
}

/** Whole numbers that fall from the first to the last and add up to `total`. */
function fallingSizes(total: number, count: number): number[] {
  if (count === 0) return [];
  const weights = Array.from({ length: count }, (_, index) => 1 / (index + 4) ** STEEPNESS);
  const sum = weights.reduce((left, right) => left + right, 0);
  const sizes = weights.map((weight) => Math.floor((total * weight) / sum));
  let rest = total - sizes.reduce((left, right) => left + right, 0);
  return sizes.map((size) => {
    const extra = rest > 0 ? 1 : 0;
    rest -= extra;
    return size + extra;
  });
}

/** The playlists of a library; readable items add up to what its spec asks for. */
export function planPlaylists(seed: string, userId: string, spec: LibrarySpec): PlaylistPlan[] {
  const kinds = kindsOf(spec.playlists);
  const readable = kinds.filter((kind) => kind !== "followed").length;
  const longest =
    readable > 1 ? Math.min(spec.longestPlaylist, spec.playlistItems) : spec.playlistItems;
  /** The last list is empty, as some always are. */
  const others = fallingSizes(spec.playlistItems - longest, Math.max(0, readable - 2));
  const sizes = [longest, ...others, 0];
  const random = randomFrom(seed, "followed", userId);
  return kinds.map((kind, index) => ({
    kind,
    items: kind === "followed" ? random.int(25, 240) : (sizes[index] ?? 0),
  }));
}

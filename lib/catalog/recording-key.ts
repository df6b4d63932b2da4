import { normalizeIsrc } from "./isrc";
import { plainArtist } from "./plain-text";
import { readTitle } from "./title";

type Named = {
  isrc: string | null;
  artists: string[];
  title: string;
  /** Providers but Beatport have them in the title. */
  mixName?: string | null;
  remixers?: string[];
};

/**
 * Equal for the same performance on several releases: the ISRC decides; without one, artists,
 * title, mix and remixers together do.
 */
export function recordingKey({
  isrc,
  artists,
  title,
  mixName = null,
  remixers = [],
}: Named): string {
  const normal = normalizeIsrc(isrc);
  if (normal) return `isrc:${normal}`;

  const { song, performance, cut } = readTitle(title, mixName);
  const names = (list: string[]) => [...new Set(list.map(plainArtist))].sort().join("+");
  return `name:${[names(artists), song, performance.join(" "), cut, names(remixers)].join("|")}`;
}

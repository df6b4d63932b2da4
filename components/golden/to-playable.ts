import type { Playable } from "@/components/player/playable";
import type { GoldenTrack } from "@/lib/curation/golden";

export const toPlayable = (track: GoldenTrack): Playable => ({
  id: track.id,
  title: track.title,
  mixName: track.mixName,
  artists: track.artists.join(", "),
  coverUrl: track.coverUrl,
  previewUrl: track.preview?.url ?? null,
  source: "Beatport preview",
});

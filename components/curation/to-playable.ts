import type { Playable } from "@/components/player/playable";
import type { BoardTrack } from "@/lib/curation/board";
import { artistsOf, titleOf } from "./track-words";

export const toPlayable = (track: BoardTrack): Playable => ({
  id: track.id,
  title: titleOf(track),
  mixName: track.mixName,
  artists: artistsOf(track),
  coverUrl: track.coverUrl,
  previewUrl: track.preview?.url ?? null,
  source: "Beatport preview",
});

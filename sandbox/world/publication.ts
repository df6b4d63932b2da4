import type { Day } from "./calendar";
import type { Recording } from "./recording";
import type { Artist, Label } from "./roster";

/** A release as it is on sale in one style-week. */
export interface Release {
  id: number;
  genreIndex: number;
  kind: "release" | "compilation" | "repeat" | "reissue" | "double";
  name: string;
  label: Label;
  artists: readonly Artist[];
  catalogNumber: string;
  upc: string;
  publishDay: Day;
  preOrderDay: Day | null;
  exclusive: boolean;
  tracks: readonly Track[];
}

/** A recording on a release: what Beatport gives a track id. */
export interface Track {
  id: number;
  recording: Recording;
  release: Release;
  /** Place on the release, from 1. */
  position: number;
  /** The day the recording first came out; long before the release's own day on compilations. */
  newReleaseDay: Day;
}

export interface StyleWeek {
  releases: readonly Release[];
  tracks: readonly Track[];
}

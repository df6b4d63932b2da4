import type { Day } from "./calendar";
import type { SubGenre } from "./genres";
import type { MusicalKey } from "./keys";
import type { Presence } from "./presence";
import type { Artist, Label } from "./roster";
import type { Version } from "./versions";

/** One performance. It may be published on several releases, always under the same ISRC. */
export interface Recording {
  /** The Beatport id of its first publication. */
  id: number;
  genreIndex: number;
  weekIndex: number;
  isrc: string;
  /** The ISRC beside its own, under which its short edit is found. */
  shortIsrc: string;
  title: string;
  guest: Artist | null;
  version: Version;
  artists: readonly Artist[];
  /** Beatport's `remixers`, which a fifth of the remixes lack. */
  creditedRemixers: readonly Artist[];
  /** The name on Beatport, with its oddities. */
  listedName: string;
  listedMixName: string;
  tempo: number;
  /** The tempo on Beatport: rarely halved, more rarely missing. */
  listedBpm: number | null;
  key: MusicalKey;
  keyListed: boolean;
  lengthMs: number;
  label: Label;
  releaseId: number;
  publishDay: Day;
  subGenre: SubGenre | null;
  explicit: boolean;
  availability: "worldwide" | "some territories" | "restricted";
  presence: Presence;
}

/** A first release of the week with the recordings it brings. */
export interface FreshRelease {
  id: number;
  name: string;
  label: Label;
  artists: readonly Artist[];
  catalogNumber: string;
  publishDay: Day;
  preOrderDay: Day | null;
  exclusive: boolean;
  recordings: readonly Recording[];
}

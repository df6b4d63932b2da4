import type { GatheredTrack } from "@/db/queries/sources-tracks";
import { csvLine } from "@/lib/api/csv";
import { placesOf } from "./places";

export const gatheredCsvHead = csvLine(["title", "artists", "places", "spotify", "recording"]);

/** Gathered tracks as lines of a table that spreadsheets read. */
export const gatheredCsvLines = (tracks: readonly GatheredTrack[]) =>
  tracks
    .map(({ title, artists, origins, spotifyUri, recordingKey }) =>
      csvLine([title, artists.join(", "), placesOf(origins), spotifyUri, recordingKey]),
    )
    .join("");

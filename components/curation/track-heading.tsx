import clsx from "clsx";
import type { BoardTrack } from "@/lib/curation/board";
import { artistsOf, dateOf, lengthOf, titleOf } from "./track-words";

/** Title and the facts a DJ reads first. */
export function TrackHeading({ track, className }: { track: BoardTrack; className?: string }) {
  const facts = [
    artistsOf(track),
    track.label,
    dateOf(track.publishDate),
    track.bpm && `${track.bpm} BPM`,
    track.camelotKey,
    lengthOf(track.lengthMs),
  ].filter(Boolean);
  return (
    <div className={clsx("min-w-0", className)}>
      <h2 className="truncate text-lg font-semibold tracking-tight phone:text-xl phone:whitespace-normal">
        {titleOf(track)}
        {track.mixName && <span className="font-normal text-ink-2"> ({track.mixName})</span>}
      </h2>
      <p className="truncate text-ink-2 phone:whitespace-normal">{facts.join("  ·  ")}</p>
    </div>
  );
}

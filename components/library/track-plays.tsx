import { LocalTime } from "@/components/ui/local-time";
import type { TrackPlays as Plays } from "@/lib/library/track-history";

/** When a track was played, the newest first. */
export function TrackPlays({ plays: { total, newest } }: { plays: Plays }) {
  if (total === 0) return <p className="text-ink-3">No play of it is known.</p>;
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-4 gap-y-0.5 text-xs text-ink-2 tabular-nums">
        {newest.map((at) => (
          <li key={at}>
            <LocalTime iso={at} show="moment" />
          </li>
        ))}
      </ul>
      {total > newest.length && (
        <p className="pt-2 text-xs text-ink-3">
          The newest {newest.length} of {total} plays.
        </p>
      )}
    </>
  );
}

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { RuleSetTrack } from "@/lib/rules/rule-set-view";
import { TrackLine } from "./track-line";

type Props = {
  page: {
    count: number;
    total: number;
    asOf: string | null;
    tracks: RuleSetTrack[];
    next: string | null;
  };
  isFirst: boolean;
};

/** The tracks that no rule set takes, and all of them as a file. */
export function Unmatched({ page, isFirst }: Props) {
  const { count, total, asOf, tracks, next } = page;
  const isPart = asOf === null && total > 0;
  return (
    <section
      aria-label="In no rule set"
      className="grid min-h-0 min-w-0 flex-1 grid-rows-[auto_minmax(0,1fr)]"
    >
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
        <h2 className="text-md font-semibold tracking-tight">In no rule set</h2>
        <span className="text-ink-3 tabular-nums">
          {count.toLocaleString("en")}
          {isPart && ` of ${total.toLocaleString("en")} gathered so far`}
        </span>
        {count > 0 && (
          <span className="ml-auto flex gap-2">
            <Button asChild size="sm">
              <a href="/api/rules/unmatched?format=csv" download>
                CSV
              </a>
            </Button>
            <Button asChild size="sm">
              <a href="/api/rules/unmatched?format=json" download>
                JSON
              </a>
            </Button>
          </span>
        )}
      </div>
      <div className="overflow-y-auto pb-4">
        {count === 0 ? (
          <div className="px-4">
            {total === 0 && <NothingKnown />}
            {isPart && (
              <Empty title="Every track so far is in a rule set">
                The others are still being gathered.
              </Empty>
            )}
            {total > 0 && asOf !== null && (
              <Empty title="Every track is in a rule set">Nothing slips through your rules.</Empty>
            )}
          </div>
        ) : (
          <ul aria-label="Tracks" className="max-w-[60rem]">
            {tracks.map((track) => (
              <TrackLine key={track.recordingKey} track={track} />
            ))}
          </ul>
        )}
        <nav aria-label="Pages" className="flex gap-2 px-4 pt-3">
          {!isFirst && (
            <Button asChild>
              <Link href="/rules/unmatched">From the start</Link>
            </Button>
          )}
          {next && (
            <Button asChild>
              <Link href={`/rules/unmatched?after=${encodeURIComponent(next)}`}>More</Link>
            </Button>
          )}
        </nav>
      </div>
    </section>
  );
}

const NothingKnown = () => (
  <Empty title="Nothing is known of your tracks yet">
    They are gathered after a sync of your library and after you sorted.
  </Empty>
);

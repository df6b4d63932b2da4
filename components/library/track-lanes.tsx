import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { Stay } from "@/lib/library/stays";
import type { TimeAxis } from "@/lib/library/time-axis";
import type { RankPoint, TrackHistory } from "@/lib/library/track-history";
import { rangeWords } from "./change-words";

/** Ranks below this are drawn at the bottom. */
const LAST_RANK = 50;
const THINNEST = 0.4;

type Props = { history: TrackHistory; axis: TimeAxis };

const percent = (share: number) => share * 100;

/** The history of a track as bars over time; the list below it says the same in words. */
export function TrackLanes({ history: { saved, playlists, ranks, plays }, axis }: Props) {
  const most = Math.max(1, ...plays.months.map((month) => month.plays));
  return (
    <div
      aria-hidden="true"
      className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-xs phone:grid-cols-[5.5rem_minmax(0,1fr)]"
    >
      {saved.length > 0 && (
        <Lane name="Saved">
          <Bars stays={saved} axis={axis} className="bg-ok" />
        </Lane>
      )}
      {playlists.map(({ playlistId, name, stays }) => (
        <Lane key={playlistId} name={name}>
          <Bars stays={stays} axis={axis} className="bg-ink-2" />
        </Lane>
      ))}
      {ranks.map(({ range, points }) => (
        <Lane key={range} name={`Rank, ${rangeWords[range]}`} isTall>
          <RankLine points={points} axis={axis} />
        </Lane>
      ))}
      {plays.total > 0 && (
        <Lane name="Plays" isTall>
          {plays.months.map((month) => {
            const start = axis.at(`${month.month}-01T00:00:00Z`);
            const end = axis.at(monthAfter(month.month));
            return (
              <span
                key={month.month}
                title={`${month.month}: ${month.plays}`}
                className="absolute bottom-0 rounded-t-[1px] bg-ink-3"
                style={{
                  left: `${percent(start)}%`,
                  width: `calc(${Math.max(percent(end - start), THINNEST)}% - 1px)`,
                  height: `${percent(month.plays / most)}%`,
                }}
              />
            );
          })}
        </Lane>
      )}
      <span />
      <span className="flex justify-between text-2xs text-ink-3">
        <LocalTime iso={axis.from} show="day" />
        <span>now</span>
      </span>
    </div>
  );
}

function monthAfter(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString();
}

function Lane(props: { name: string; isTall?: boolean; children: ReactNode }) {
  return (
    <>
      <span className="truncate text-ink-2" title={props.name}>
        {props.name}
      </span>
      <span
        className={`relative self-center rounded-sm bg-line ${props.isTall ? "h-9" : "h-2.5 overflow-hidden"}`}
      >
        {props.children}
      </span>
    </>
  );
}

type BarsProps = { stays: readonly Stay[]; axis: TimeAxis; className: string };

function Bars({ stays, axis, className }: BarsProps) {
  return stays.map(({ from, to }) => {
    const start = axis.at(from);
    const width = Math.max(percent((to === null ? 1 : axis.at(to)) - start), THINNEST);
    return (
      <span
        key={`${from} ${to}`}
        className={`absolute inset-y-0 rounded-sm ${className}`}
        style={{ left: `${Math.min(percent(start), 100 - THINNEST)}%`, width: `${width}%` }}
      />
    );
  });
}

/** A rank lasts until the next one was seen. */
function RankLine({ points, axis }: { points: readonly RankPoint[]; axis: TimeAxis }) {
  const steps = points.flatMap(({ at, rank }, index) => {
    if (rank === null) return [];
    const next = points[index + 1];
    const start = percent(axis.at(at));
    const end = next ? percent(axis.at(next.at)) : 100;
    const y = percent(Math.min(rank, LAST_RANK) / (LAST_RANK + 1));
    return [{ at, start, width: Math.max(end - start, THINNEST), y }];
  });
  return steps.map(({ at, start, width, y }) => (
    <span
      key={at}
      className="absolute h-[3px] rounded-full bg-gold"
      style={{ left: `${Math.min(start, 100 - THINNEST)}%`, width: `${width}%`, top: `${y}%` }}
    />
  ));
}

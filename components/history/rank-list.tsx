import { ArrowDown, ArrowUp } from "lucide-react";
import type { Place, RankedMonth } from "@/lib/history/rank-movement";
import { monthName, playsWords } from "./history-words";

/** The first places of a month, and how they moved. */
export function RankList({
  month,
  colourOf,
}: {
  month: RankedMonth;
  colourOf: (key: string) => string;
}) {
  return (
    <div>
      <h3 className="pb-1 text-xs font-medium text-ink-2">{monthName(month.month)}</h3>
      <ol className="border-t">
        {month.places.map((place) => (
          <li key={place.key} className="flex h-8 items-center gap-2.5 border-b">
            <span className="w-4 text-right text-xs text-ink-3 tabular-nums">{place.rank}</span>
            <span
              aria-hidden="true"
              className="size-2 shrink-0 rounded-full"
              style={{ background: colourOf(place.key) }}
            />
            <span className="min-w-0 flex-1 truncate" title={place.name}>
              {place.name}
            </span>
            <span className="text-xs text-ink-3 tabular-nums">{playsWords(place.plays)}</span>
            <Moved moved={place.moved} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Moved({ moved }: Pick<Place, "moved">) {
  const place = "inline-flex w-9 items-center justify-end gap-0.5 text-xs tabular-nums";
  if (moved === null) return <span className={`${place} text-gold`}>new</span>;
  if (moved === 0) {
    return (
      <span className={`${place} text-ink-3`}>
        <span aria-hidden="true">=</span>
        <span className="sr-only">as before</span>
      </span>
    );
  }
  const Arrow = moved > 0 ? ArrowUp : ArrowDown;
  return (
    <span className={`${place} text-ink-2`}>
      <Arrow aria-hidden="true" className="size-3" />
      <span className="sr-only">{moved > 0 ? "up" : "down"}</span>
      {Math.abs(moved)}
    </span>
  );
}

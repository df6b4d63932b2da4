"use client";

import type { RankedMonth } from "@/lib/history/rank-movement";
import { monthName } from "./history-words";
import { RankList } from "./rank-list";
import { usePoints } from "./use-points";

const STEP = 40;
const ROW = 22;

/**
 * How the first places went from month to month. The chosen month is listed beside it, and its names
 * are in colour.
 */
export function RankChart({ label, months }: { label: string; months: readonly RankedMonth[] }) {
  const texts = months.map(({ month, places }) => {
    const names = places.map(({ rank, name }) => `${rank} ${name}`);
    return `${monthName(month)}: ${names.join(", ")}`;
  });
  const { active, choose, slider } = usePoints({ label, texts, start: months.length - 1 });
  const shown = active ?? months.length - 1;
  const keys = [...new Set(months.flatMap(({ places }) => places.map(({ key }) => key)))];
  const rows = Math.max(1, ...months.map(({ places }) => places.length));
  const current = months[shown];
  const colourOf = (key: string) => {
    const place = current?.places.find((each) => each.key === key);
    return place ? `var(--c${place.rank})` : "var(--edge)";
  };
  const isShown = (key: string) => current?.places.some((each) => each.key === key) ?? false;
  const quietFirst = keys.toSorted((a, b) => Number(isShown(a)) - Number(isShown(b)));
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div {...slider} className="min-w-0 rounded-md">
        <svg
          viewBox={`0 0 ${months.length * STEP} ${rows * ROW}`}
          className="block max-h-72 w-full"
          aria-hidden="true"
        >
          <rect x={shown * STEP} width={STEP} height={rows * ROW} className="fill-hover" rx={4} />
          {quietFirst.map((key) => (
            <Line key={key} months={months} of={key} colour={colourOf(key)} />
          ))}
          {months.map(({ month }, index) => (
            <rect
              key={month}
              x={index * STEP}
              width={STEP}
              height={rows * ROW}
              className="fill-transparent"
              onPointerEnter={() => choose(index)}
            />
          ))}
        </svg>
        <div aria-hidden="true" className="flex justify-between pt-1 text-2xs text-ink-3">
          <span>{months[0] && monthName(months[0].month)}</span>
          <span>{months.length > 1 && monthName(months.at(-1)?.month ?? "")}</span>
        </div>
      </div>
      {current && <RankList month={current} colourOf={colourOf} />}
    </div>
  );
}

/** One name's way; it breaks off where the name was not among the first. */
function Line({
  months,
  of,
  colour,
}: {
  months: readonly RankedMonth[];
  of: string;
  colour: string;
}) {
  const points = months.flatMap(({ places }, index) => {
    const place = places.find(({ key }) => key === of);
    return place ? [{ index, x: (index + 0.5) * STEP, y: (place.rank - 0.5) * ROW }] : [];
  });
  const path = points
    .map(({ index, x, y }, number) =>
      points[number - 1]?.index === index - 1 ? `L${x} ${y}` : `M${x} ${y}`,
    )
    .join("");
  return (
    <g style={{ color: colour }}>
      <path d={path} className="fill-none stroke-current" strokeWidth={2} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={4} className="fill-current" />
      ))}
    </g>
  );
}

"use client";

import clsx from "clsx";
import { hourName, playsWords, weekdays } from "./history-words";
import { usePoints } from "./use-points";

const HOURS = 24;

type Props = {
  label: string;
  /** Plays of every hour of a week, Monday's first. */
  plays: readonly number[];
};

/** A week as a field of hours: the more was heard, the stronger the cell. */
export function HourGrid({ label, plays }: Props) {
  const texts = plays.map((count, index) => {
    const weekday = weekdays[Math.floor(index / HOURS)] ?? "";
    return `${weekday} ${hourName(index % HOURS)}, ${playsWords(count)}`;
  });
  const most = Math.max(1, ...plays);
  const start = Math.max(0, plays.indexOf(Math.max(...plays)));
  const { active, text, choose, slider } = usePoints({ label, texts, start, rowLength: HOURS });
  return (
    <div {...slider} className="rounded-md">
      <p aria-hidden="true" className="h-5 text-xs text-ink-2 tabular-nums">
        {active === null ? `most on ${text}` : text}
      </p>
      <div aria-hidden="true" className="grid grid-cols-[2rem_repeat(24,minmax(0,1fr))] gap-px">
        {weekdays.map((weekday, row) => [
          <span key={weekday} className="self-center text-2xs text-ink-3">
            {weekday.slice(0, 3)}
          </span>,
          ...plays.slice(row * HOURS, (row + 1) * HOURS).map((count, hour) => {
            const index = row * HOURS + hour;
            return (
              <span
                key={texts[index]}
                onPointerEnter={() => choose(index)}
                className={clsx(
                  "h-5 rounded-[2px]",
                  index === active && "outline-2 outline-offset-[-1px] outline-gold",
                )}
                style={{ background: shade(count / most) }}
              />
            );
          }),
        ])}
        <span />
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour} className="col-span-6 pt-0.5 text-2xs text-ink-3">
            {hourName(hour)}
          </span>
        ))}
      </div>
    </div>
  );
}

const shade = (share: number) =>
  `color-mix(in oklab, var(--text) ${Math.round(4 + 80 * Math.sqrt(share))}%, var(--ground))`;

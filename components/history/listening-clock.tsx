"use client";

import { hourName, playsWords } from "./history-words";
import { usePoints } from "./use-points";

const HOURS = 24;
const INNER = 30;
const OUTER = 96;

type Props = {
  label: string;
  /** Plays of every hour of the day, midnight's first. */
  plays: readonly number[];
};

const at = (turn: number, radius: number) => {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
};

function sector(hour: number, radius: number): string {
  const [from, to] = [(hour + 0.06) / HOURS, (hour + 0.94) / HOURS];
  return [
    `M${at(from, INNER)}L${at(from, radius)}A${radius} ${radius} 0 0 1 ${at(to, radius)}`,
    `L${at(to, INNER)}A${INNER} ${INNER} 0 0 0 ${at(from, INNER)}Z`,
  ].join("");
}

/** A day as the face of a clock: midnight is on top. */
export function ListeningClock({ label, plays }: Props) {
  const texts = plays.map((count, hour) => `${hourName(hour)}, ${playsWords(count)}`);
  const most = Math.max(1, ...plays);
  const start = Math.max(0, plays.indexOf(Math.max(...plays)));
  const { active, text, choose, slider } = usePoints({ label, texts, start });
  return (
    <div {...slider} className="rounded-md">
      <p aria-hidden="true" className="h-5 text-xs text-ink-2 tabular-nums">
        {active === null ? `most at ${text}` : text}
      </p>
      <svg viewBox="-112 -112 224 224" className="mx-auto block w-full max-w-56" aria-hidden="true">
        {plays.map((count, hour) => {
          const radius = INNER + ((OUTER - INNER) * count) / most;
          return (
            <g key={texts[hour]} onPointerEnter={() => choose(hour)}>
              <path d={sector(hour, OUTER)} className="fill-transparent" />
              <path
                d={sector(hour, Math.max(radius, INNER + 1))}
                className={hour === active ? "fill-gold" : "fill-ink-3"}
              />
            </g>
          );
        })}
        {[0, 6, 12, 18].map((hour) => {
          const [x, y] = at(hour / HOURS, 104).split(" ");
          return (
            <text
              key={hour}
              x={x}
              y={y}
              textAnchor="middle"
              dominantBaseline="middle"
              className="fill-ink-3 text-2xs"
            >
              {hour}
            </text>
          );
        })}
      </svg>
    </div>
  );
}

"use client";

import type { PointerEvent } from "react";
import { usePoints } from "./use-points";

type Props = {
  label: string;
  /** From left to right; `text` says everything of a bar. */
  bars: readonly { name: string; value: number; text: string }[];
};

/** Bars over time. What is chosen, by pointer or by arrows, is told in the line above. */
export function BarChart({ label, bars }: Props) {
  const texts = bars.map(({ text }) => text);
  const { active, text, choose, slider } = usePoints({ label, texts, start: bars.length - 1 });
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const under = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    choose(Math.floor(((event.clientX - left) / width) * bars.length));
  };
  const middle = bars[Math.floor(bars.length / 2)];
  return (
    <div {...slider} className="rounded-md">
      <p aria-hidden="true" className="h-5 text-xs text-ink-2 tabular-nums">
        {active === null ? `most ${most.toLocaleString("en")}` : text}
      </p>
      <svg
        viewBox={`0 0 ${bars.length * 10} 100`}
        preserveAspectRatio="none"
        className="block h-40 w-full border-b border-line-strong phone:h-32"
        aria-hidden="true"
        onPointerMove={under}
        onPointerDown={under}
      >
        {bars.map(({ name, value }, index) => {
          const height = value === 0 ? 0 : Math.max(1, (98 * value) / most);
          return (
            <rect
              key={name}
              x={index * 10 + 1}
              y={100 - height}
              width={8}
              height={height}
              className={index === active ? "fill-gold" : "fill-ink-3"}
            />
          );
        })}
      </svg>
      <div aria-hidden="true" className="flex justify-between pt-1 text-2xs text-ink-3">
        <span>{bars[0]?.name}</span>
        <span className="phone:hidden">{middle?.name}</span>
        <span>{bars.at(-1)?.name}</span>
      </div>
    </div>
  );
}

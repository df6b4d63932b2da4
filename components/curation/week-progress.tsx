"use client";

import { StackedBar } from "@/components/ui/stacked-bar";
import { useBoardContext } from "./board-context";
import { numbersOf } from "./board-numbers";

/** How far the week is, how fast it goes, and how long it still takes. */
export function WeekProgress() {
  const { board, decisions } = useBoardContext();
  const numbers = numbersOf(board);
  const { total, bronze, silver, gold, trash, percentSorted } = numbers;
  const { perMinute, minutesLeft } = decisions;
  if (total === 0) return null;

  return (
    <div className="flex shrink-0 items-center gap-3 whitespace-nowrap text-ink-2 tabular-nums phone:w-full phone:shrink">
      <StackedBar
        className="w-32! shrink-0 md:max-[80rem]:hidden! phone:w-full!"
        total={total}
        label={`${percentSorted} % sorted: ${gold} in Gold, ${silver - gold} in Silver, ${trash} in Trash, ${bronze} left`}
        parts={[
          { color: "var(--gold)", value: gold },
          { color: "var(--silver)", value: silver - gold },
          { color: "var(--c0)", value: trash },
        ]}
      />
      {bronze > 0 && (
        <span aria-hidden="true" className="phone:hidden">
          {percentSorted} %
        </span>
      )}
      {bronze === 0 ? (
        <span className="max-[88rem]:hidden">{closing(board.period.closedAt, gold)}</span>
      ) : (
        <>
          {perMinute !== null && <span className="max-[88rem]:hidden">{paceWords(perMinute)}</span>}
          {minutesLeft !== null && <span className="phone:hidden">{minutesLeft} min left</span>}
        </>
      )}
    </div>
  );
}

const paceWords = (perMinute: number) =>
  `${perMinute < 10 ? perMinute : Math.round(perMinute).toLocaleString("en")} a minute`;

function closing(closedAt: string | null, gold: number): string {
  if (closedAt) return "Week closed";
  return gold === 0 ? "All sorted. Now promote the best." : "All sorted";
}

"use client";

import clsx from "clsx";
import { useBoardContext } from "./board-context";
import { categoryCounts } from "./board-numbers";

/** How the week spread over the categories, as a table of bars. */
export function KeptPerCategory({ className }: { className?: string }) {
  const { board } = useBoardContext();
  const counts = categoryCounts(board);
  const kept = board.categories
    .filter(({ isTrash }) => !isTrash)
    .map((category) => ({ ...category, tracks: counts.get(category.id) ?? 0 }))
    .filter(({ archived, tracks }) => !archived || tracks > 0);
  const most = Math.max(1, ...kept.map(({ tracks }) => tracks));
  return (
    <dl className={clsx("grid gap-2", className)}>
      {kept.map(({ id, name, color, tracks }) => (
        <div key={id} className="grid grid-cols-[8rem_minmax(0,1fr)_2.5rem] items-center gap-3">
          <dt className="truncate">{name}</dt>
          <dd className="contents">
            <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-line">
              <span
                className="block h-full rounded-full"
                style={{ width: `${(100 * tracks) / most}%`, background: `var(--c${color})` }}
              />
            </span>
            <span className="text-right text-ink-2 tabular-nums">{tracks}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

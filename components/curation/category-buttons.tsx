"use client";

import clsx from "clsx";
import { chordOfKey } from "@/components/commands/chord";
import { KeyCap } from "@/components/commands/key-cap";
import type { Category } from "@/lib/curation/board";
import { useBoardContext } from "./board-context";
import { categoryCounts } from "./board-numbers";

type Props = { onSort: (category: Category) => void };

/** Where a track can go: key, name, and how many are there already. Big and keyless on a phone. */
export function CategoryButtons({ onSort }: Props) {
  const { board } = useBoardContext();
  const counts = categoryCounts(board);
  return (
    <fieldset className="flex flex-wrap gap-[7px] phone:grid phone:grid-cols-2 phone:gap-2">
      <legend className="sr-only">Sort into</legend>
      {board.categories
        .filter(({ archived }) => !archived)
        .map((category) => (
          <button
            key={category.id}
            type="button"
            aria-keyshortcuts={category.shortcut ?? undefined}
            onClick={() => onSort(category)}
            style={{ "--k": `var(--c${category.color})` }}
            className={clsx(
              "flex h-8 items-center gap-2 rounded-md border border-line-strong bg-ground pr-2.5 font-medium hover:bg-hover",
              "phone:h-12 phone:border-l-3 phone:border-l-(--k) phone:pl-3 phone:text-base",
              category.shortcut === null ? "pl-2.5" : "pl-1.5",
            )}
          >
            {category.shortcut === null ? (
              <span className="size-2 rounded-[3px] bg-(--k) phone:hidden" />
            ) : (
              <KeyCap
                chord={chordOfKey(category.shortcut)}
                look="colored"
                className="phone:hidden"
              />
            )}
            <span className="min-w-0 truncate">{category.name}</span>
            <span className="font-normal text-ink-3 tabular-nums phone:ml-auto">
              {counts.get(category.id) ?? 0}
            </span>
          </button>
        ))}
    </fieldset>
  );
}

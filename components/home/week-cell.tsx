import clsx from "clsx";
import Link from "next/link";
import { StackedBar } from "@/components/ui/stacked-bar";
import type { HomeCell } from "@/lib/curation/home";
import { formatWeek } from "@/lib/curation/week";
import { cellWords } from "./cell-words";

type Props = { style: { slug: string; name: string }; cell: HomeCell; newest: boolean };

const tones = {
  open: "text-ink",
  done: "text-ink-3",
  none: "text-ink-3",
  problem: "text-danger",
};

export function WeekCell({ style, cell, newest }: Props) {
  const week = formatWeek(cell.week);
  const { text, tone } = cellWords(cell);
  return (
    <Link
      href={`/curate/${style.slug}/${week}`}
      aria-label={`${style.name}, ${week}: ${text}`}
      className="-mx-2 flex min-w-20 flex-col gap-1.5 rounded-md px-2 py-2 hover:bg-hover"
    >
      <WeekBar cell={cell} />
      <span
        className={clsx(
          "truncate text-xs tabular-nums",
          newest || tone === "problem" ? tones[tone] : "text-ink-3",
        )}
      >
        {text}
      </span>
    </Link>
  );
}

/** While a week is collected its bar fills with what came; afterwards with what was decided. */
function WeekBar({ cell: { collection, period, counts } }: { cell: HomeCell }) {
  if (!period && collection?.status === "running" && collection.expected) {
    const { fetched, expected } = collection;
    return (
      <StackedBar
        total={expected}
        label={`${fetched} of ${expected} collected`}
        parts={[{ color: "var(--text-3)", value: fetched }]}
      />
    );
  }
  return (
    <StackedBar
      total={counts.tracks}
      label={`${counts.gold} gold, ${counts.silver} silver, ${counts.trash} trash, ${counts.bronze} left`}
      parts={[
        { color: "var(--gold)", value: counts.gold },
        { color: "var(--silver)", value: counts.silver },
        { color: "var(--trash-bar)", value: counts.trash },
      ]}
    />
  );
}

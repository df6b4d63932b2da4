"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { StackedBar } from "@/components/ui/stacked-bar";
import type { PeriodSummary } from "@/lib/curation/board";
import { formatWeek } from "@/lib/curation/week";
import { useBoardContext } from "./board-context";

type Props = { summary: PeriodSummary; onBack: () => void };

/** The end of a week, in numbers worth a look. */
export function WeekSummary({ summary, onBack }: Props) {
  const { page } = useBoardContext();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { tracks, kept, trashed, promoted, minutes, presses, undone } = summary;

  return (
    <div className="grid min-h-0 flex-1 content-center overflow-y-auto px-5 py-8">
      <div className="mx-auto w-full max-w-xl">
        <p className="text-2xs font-semibold tracking-[0.14em] text-gold">WEEK CLOSED</p>
        <h2
          ref={heading}
          tabIndex={-1}
          className="mt-1 text-2xl font-semibold tracking-tight outline-none"
        >
          {formatWeek(page.week)}: {promoted} into Gold
        </h2>
        <p className="mt-1 text-ink-2">{worked({ tracks, minutes, presses, undone })}</p>
        <StackedBar
          className="mt-6 h-2.5"
          total={tracks}
          label={`Of ${tracks} tracks ${promoted} are in Gold, ${kept - promoted} more were kept, ${trashed} trashed`}
          parts={[
            { color: "var(--gold)", value: promoted },
            { color: "var(--silver)", value: kept - promoted },
            { color: "var(--c0)", value: trashed },
          ]}
        />
        <dl className="mt-5 grid grid-cols-4 gap-4 phone:grid-cols-2">
          <Figure name="new" value={summary.lanes.new} />
          <Figure name="kept" value={kept} />
          <Figure name="in Gold" value={promoted} />
          <Figure name="trashed" value={trashed} />
        </dl>
        <KeptTable categories={summary.categories} />
        <div className="mt-7 flex flex-wrap gap-2">
          {page.nextWeek && (
            <Button asChild look="primary" size="lg">
              <Link href={`/curate/${page.style.slug}/${formatWeek(page.nextWeek)}`}>
                Go to {formatWeek(page.nextWeek)}
              </Link>
            </Button>
          )}
          <Button asChild size="lg" look={page.nextWeek ? "outline" : "primary"}>
            <Link href="/home">Home</Link>
          </Button>
          <Button asChild size="lg">
            <Link href="/golden">See Golden</Link>
          </Button>
          <Button size="lg" look="quiet" onClick={onBack}>
            Back to the review
          </Button>
        </div>
      </div>
    </div>
  );
}

type Work = Pick<PeriodSummary, "tracks" | "minutes" | "presses" | "undone">;

function worked({ tracks, minutes, presses, undone }: Work): string {
  const time = minutes < 1 ? "under a minute" : `${Math.round(minutes)} min`;
  const back = undone > 0 ? `, ${undone} taken back` : "";
  return `${tracks} tracks in ${time} of sorting, ${presses} key presses${back}.`;
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
    </div>
  );
}

function KeptTable({ categories }: Pick<PeriodSummary, "categories">) {
  const most = Math.max(1, ...categories.map(({ kept }) => kept));
  return (
    <table className="mt-6 w-full border-t tabular-nums">
      <thead className="text-left text-2xs text-ink-3">
        <tr className="h-8">
          <th className="font-medium">Category</th>
          <th className="w-1/2 font-medium">
            <span className="sr-only">Share</span>
          </th>
          <th className="text-right font-medium">Kept</th>
          <th className="text-right font-medium">Gold</th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ id, name, color, kept, promoted }) => (
          <tr key={id} className="h-8 border-t">
            <th scope="row" className="max-w-32 truncate pr-3 text-left font-normal">
              {name}
            </th>
            <td>
              <span
                className="block h-1.5 rounded-full"
                style={{ width: `${(100 * kept) / most}%`, background: `var(--c${color})` }}
              />
            </td>
            <td className="text-right text-ink-2">{kept}</td>
            <td className={promoted > 0 ? "text-right text-gold" : "text-right text-ink-3"}>
              {promoted}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { BoardPage } from "@/lib/curation/board";
import { datesOf, formatWeek } from "@/lib/curation/week";
import { isCollecting } from "./collection-words";
import { dateOf } from "./track-words";
import { useStartWeek } from "./use-start-week";
import { useWeekContext } from "./use-week-context";
import { weekCommands } from "./week-commands";

/** A week nobody has begun: what is known of it, and one button. */
export function StartWeek({ page }: { page: BoardPage }) {
  const { style, week } = page;
  const scope = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { start, isStarting, problem } = useStartWeek(page);
  useCommands(scope, weekCommands, useWeekContext(page));
  useEffect(() => button.current?.focus({ preventScroll: true }), []);

  const { from, to } = datesOf(week);
  return (
    <section
      ref={scope}
      tabIndex={-1}
      aria-label={`Start ${formatWeek(week)}`}
      className="grid min-h-0 flex-1 content-center overflow-y-auto px-5 py-8 outline-none"
    >
      <div className="mx-auto w-full max-w-md">
        <p className="text-ink-3">
          {dateOf(from)} – {dateOf(to)}
        </p>
        <h2 className="mt-1 text-2xl font-semibold tracking-tight">Start {formatWeek(week)}</h2>
        <p className="mt-2 max-w-[48ch] text-ink-2">{known(page)}</p>
        {problem && (
          <p role="alert" className="mt-3 text-danger">
            {problem}
          </p>
        )}
        <div className="mt-6 flex flex-wrap items-center gap-2">
          <Button ref={button} look="primary" size="lg" onClick={start} disabled={isStarting}>
            {isStarting && <Spinner />}
            Start {formatWeek(week)}
            <KeyCap chord="Enter" look="inverse" />
          </Button>
          <Button asChild look="quiet" size="lg">
            <Link href={`/styles/${style.slug}`}>Categories</Link>
          </Button>
        </div>
      </div>
    </section>
  );
}

function known(page: BoardPage): string {
  const { collection } = page;
  if (!collection) {
    return "Starting fetches the week from Beatport. The first rows are here in a few seconds.";
  }
  if (isCollecting(page)) {
    const of = collection.expected === null ? "" : ` of ${collection.expected}`;
    return `Being collected right now: ${collection.stored}${of} tracks so far.`;
  }
  if (collection.status === "complete") {
    return `${collection.stored} tracks from Beatport are waiting. Starting puts each into its lane.`;
  }
  return `Collected in part: ${collection.stored} tracks. Starting asks Beatport for the rest.`;
}

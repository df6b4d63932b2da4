"use client";

import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { Spinner } from "@/components/ui/spinner";
import { setScheduleAction } from "@/lib/connections/actions";
import type { ScheduleView } from "@/lib/connections/loaders";
import { isScheduleHours, scheduleHours } from "@/lib/connections/schedule";
import { offeredParts } from "@/lib/library/offered-parts";

const hourWords = (hours: number) =>
  hours < 24 ? `every ${hours} hours` : hours === 24 ? "every day" : `every ${hours / 24} days`;

/** How often the library is read by itself, and whether at all. */
export function SyncSchedule({ schedule }: { schedule: ScheduleView }) {
  const router = useRouter();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startTransition] = useTransition();
  const { provider, isPaused, everyHours, nextSyncAt } = schedule;
  const hasPlays = offeredParts[provider].includes("recently_played");

  const save = (change: Partial<Pick<ScheduleView, "isPaused" | "everyHours">>) => {
    startTransition(async () => {
      const wanted = { isPaused, everyHours, ...change };
      if (!isScheduleHours(wanted.everyHours)) return;
      const result = await setScheduleAction({
        provider,
        isPaused: wanted.isPaused,
        everyHours: wanted.everyHours,
      });
      startTransition(() => {
        setProblem(result.ok ? null : result.message);
        if (result.ok) router.refresh();
      });
    });
  };

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor={id} className="text-ink-2">
          Read the library
        </label>
        <select
          id={id}
          value={everyHours}
          disabled={isPaused || saving}
          onChange={(event) => save({ everyHours: Number(event.target.value) })}
          className="h-8 rounded-md border border-edge bg-ground px-2 text-sm text-ink disabled:opacity-55"
        >
          {scheduleHours.map((hours) => (
            <option key={hours} value={hours}>
              {hourWords(hours)}
            </option>
          ))}
        </select>
        <Button size="sm" disabled={saving} onClick={() => save({ isPaused: !isPaused })}>
          {saving && <Spinner />}
          {isPaused ? "Resume" : "Pause"}
        </Button>
      </div>
      <p className="text-xs text-ink-3" role="status">
        {isPaused ? (
          `Paused: nothing is read by itself${hasPlays ? ", and plays older than your last fifty are lost" : ""}.`
        ) : (
          <>
            Next time <LocalTime iso={nextSyncAt} show="moment" />.
            {hasPlays && " Plays are asked for more often."}
          </>
        )}
      </p>
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { tellProblem } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { setTimeZoneAction } from "@/lib/history/actions";

type Props = { timeZone: string; isKnown: boolean /** In other days. */; isCounting: boolean };

/** In whose days is counted, and the choice of others. */
export function ZoneNote({ timeZone, isKnown, isCounting }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const isHydrated = useHydrated();
  const here = isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;

  const take = () =>
    start(async () => {
      const answer = await setTimeZoneAction({ timeZone: here });
      if (answer.ok) router.refresh();
      else tellProblem(answer.message);
    });

  return (
    <p id="days" className="text-xs text-ink-3">
      Days and hours as in {timeZone}. A play counts from 30 seconds on.{" "}
      {isKnown && !isCounting && here !== timeZone && (
        <button
          type="button"
          disabled={isPending}
          onClick={take}
          className="rounded-sm text-ink-2 underline underline-offset-3 hover:text-ink"
        >
          {isPending ? `Counting the days of ${here}…` : `Count as in ${here}`}
        </button>
      )}
    </p>
  );
}

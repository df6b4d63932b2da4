"use client";

import Link from "next/link";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";

const REFRESH_MS = 2_000;

type Props = {
  /** In whose days the history is shown. */
  timeZone: string;
  /** In whose days it is counted again, and how much of it is done. */
  recount: { timeZone: string; share: number } | null;
};

/** The history is being counted in other days; until that is done the old ones are shown. */
export function Recounting({ timeZone, recount }: Props) {
  useRefreshEvery(recount ? REFRESH_MS : null);
  const label = `Counting the days of ${recount?.timeZone}`;
  return (
    <div role="status" className="empty:hidden">
      {recount && (
        <div className="mb-5 max-w-[65ch] rounded-md border border-line-strong bg-surface p-3">
          <p className="pb-2 text-xs text-ink-2">
            Your history is being recounted in the days of {recount.timeZone}. Until that is done it
            is shown as in {timeZone}.{" "}
            <Link
              href="/activity"
              className="rounded-sm underline underline-offset-3 hover:text-ink"
            >
              Watch it in Activity
            </Link>
          </p>
          <ProgressBar label={label} share={recount.share} />
        </div>
      )}
    </div>
  );
}

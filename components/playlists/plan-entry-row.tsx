"use client";

import clsx from "clsx";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/time-ago";
import type { PlaylistPlanStatus } from "@/lib/playlists/plan-status";
import { planTitle } from "@/lib/playlists/plan-title";
import type { PlanEntry } from "@/lib/playlists/plan-view";
import { PlanCounts } from "./plan-counts";
import { asksNothing, costWords, statusWords } from "./plan-words";
import { planPage } from "./playlist-links";
import { usePlanDecision } from "./use-plan-decision";

const tones: Partial<Record<PlaylistPlanStatus, string>> = {
  failed: "text-danger",
  stale: "text-warning",
};

/** A change of a playlist in a line: what it does, how it stands, and, while it waits, the decision. */
export function PlanEntryRow({ plan }: { plan: PlanEntry }) {
  const { isBusy, approve, discard } = usePlanDecision();
  const { id, status, problem, createdAt, appliedAt } = plan;
  const title = planTitle(plan);
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-t py-1.5">
      <div className="min-w-0 flex-1 basis-64">
        <Link
          href={planPage(id)}
          className="block truncate rounded-sm underline-offset-3 hover:underline"
          title={title}
        >
          {title}
        </Link>
        <p className="truncate text-xs text-ink-3" title={problem ?? undefined}>
          {status === "proposed" ? (
            costWords(plan)
          ) : (
            <>
              <span className={clsx(tones[status])}>{statusWords[status]}</span>
              {status === "failed" || status === "stale" ? ` · ${problem}` : null}
              {" · "}
              <TimeAgo iso={appliedAt ?? createdAt} />
            </>
          )}
        </p>
      </div>
      <PlanCounts plan={plan} />
      {status === "proposed" && (
        <div className="flex items-center gap-2">
          <Button
            look="quiet"
            size="sm"
            disabled={isBusy}
            aria-label={`Discard: ${title}`}
            onClick={() => discard(id)}
          >
            Discard
          </Button>
          <Button
            size="sm"
            disabled={isBusy || asksNothing(plan)}
            aria-label={`Approve: ${title}`}
            onClick={() => approve(id)}
          >
            Approve
          </Button>
        </div>
      )}
    </li>
  );
}

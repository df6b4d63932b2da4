"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { PlanEntry } from "@/lib/playlists/plan-view";
import { PlanCounts } from "./plan-counts";
import { countWords, kindWords, statusWords } from "./plan-words";
import { planPage } from "./playlist-links";
import { useProposal } from "./use-proposal";

type KeptState = { id: string; rows: number; createdAt: string };

type Props = {
  playlistId: string;
  plans: readonly PlanEntry[];
  /** Lists that Clouder read before and after its changes, the newest first. */
  states: readonly KeptState[];
  /** Whether it may be written. */
  isFree: boolean;
};

/** What Clouder changed in a playlist, and the lists it kept on the way: each can be brought back. */
export function PlaylistPlans({ playlistId, plans, states, isFree }: Props) {
  const { propose, isBusy } = useProposal();
  if (plans.length === 0) return null;
  return (
    <div className="flex flex-col gap-4 px-5 py-3 xl:py-4 phone:px-4">
      <section aria-label="Changes by Clouder">
        <h2 className="pb-1 text-xs font-medium text-ink-3">Changes by Clouder</h2>
        <ul className="text-xs">
          {plans.map((plan) => (
            <li key={plan.id} className="flex items-baseline gap-x-3 border-t py-1.5">
              <Link
                href={planPage(plan.id)}
                className="rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
              >
                {kindWords[plan.kind]}
              </Link>
              <PlanCounts plan={plan} />
              <span className="ml-auto text-ink-3">
                {plan.appliedAt ? (
                  <LocalTime iso={plan.appliedAt} show="moment" />
                ) : (
                  statusWords[plan.status]
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {isFree && (
        <section aria-label="Kept lists">
          <h2 className="pb-1 text-xs font-medium text-ink-3">Kept lists</h2>
          <ul className="text-xs">
            {states.map(({ id, rows, createdAt }) => (
              <li key={id} className="flex items-center gap-x-3 border-t py-1">
                <LocalTime iso={createdAt} show="moment" />
                <span className="text-ink-3 tabular-nums">{countWords(rows, "row")}</span>
                <Button
                  look="quiet"
                  size="sm"
                  disabled={isBusy}
                  className="ml-auto"
                  onClick={() => propose({ change: "restore", playlistId, stateId: id })}
                >
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

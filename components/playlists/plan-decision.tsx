"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { PlanView } from "@/lib/playlists/plan-view";
import { PlanProgress } from "./plan-progress";
import { asksNothing, costWords, countWords, statusWords, writesNothing } from "./plan-words";
import { planPage, playlistPage } from "./playlist-links";
import { usePlanDecision } from "./use-plan-decision";

/** How a plan stands, and what can be done about it. */
export function PlanDecision({ plan }: { plan: PlanView }) {
  const decision = usePlanDecision();
  const { isBusy } = decision;
  const { id, status, job, undo, canUndo } = plan;

  if (status === "applying") {
    return (
      <PlanProgress job={job} disabled={isBusy} onStop={decision.stop} onGoOn={decision.goOn} />
    );
  }
  if (status === "proposed") {
    const isInPlace = writesNothing(plan);
    return (
      <Line head={isInPlace ? "Nothing to change" : sizeWords(plan)}>
        <Detail>
          {isInPlace
            ? "The playlist is already as it should be."
            : `${costWords(plan)}. Nothing is written until you approve.`}
        </Detail>
        <Buttons>
          <Button look="quiet" disabled={isBusy} onClick={() => decision.discard(id)}>
            Discard
          </Button>
          {!asksNothing(plan) && (
            <Button look="primary" disabled={isBusy} onClick={() => decision.approve(id)}>
              Approve
            </Button>
          )}
        </Buttons>
      </Line>
    );
  }
  return (
    <Line head={statusWords[status]}>
      <Detail>
        <Outcome plan={plan} />
      </Detail>
      <Buttons>
        {plan.playlistId && (
          <Button asChild look="quiet">
            <Link href={playlistPage(plan.playlistId)}>Open the playlist</Link>
          </Button>
        )}
        {undo && (
          <Button asChild look="quiet">
            <Link href={planPage(undo.id)}>
              {undo.status === "applied" ? "Undone" : "The undo"}
            </Link>
          </Button>
        )}
        {status === "failed" && job?.canRetry && (
          <Button disabled={isBusy} onClick={() => decision.goOn(job.id)}>
            Try again
          </Button>
        )}
        {canUndo && (
          <Button disabled={isBusy} onClick={() => decision.undo(id)}>
            Undo
          </Button>
        )}
      </Buttons>
    </Line>
  );
}

const sizeWords = ({ rowsBefore, rowsAfter, isNew }: PlanView) =>
  isNew
    ? `A new playlist with ${countWords(rowsAfter, "track")}`
    : rowsBefore === rowsAfter
      ? countWords(rowsAfter, "track")
      : `From ${rowsBefore} to ${countWords(rowsAfter, "track")}`;

function Outcome({ plan: { status, problem, appliedAt } }: { plan: PlanView }) {
  if (status === "applied") {
    return (
      <>
        The playlist holds what is shown
        {appliedAt && (
          <>
            {" "}
            since <LocalTime iso={appliedAt} show="moment" />
          </>
        )}
        .
      </>
    );
  }
  if (status === "discarded") return "Nothing was written.";
  return problem;
}

function Line({ head, children }: { head: string; children: ReactNode }) {
  return (
    <section aria-label="Decision" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="text-md font-semibold tracking-tight">{head}</h2>
      {children}
    </section>
  );
}

const Detail = ({ children }: { children: ReactNode }) => (
  <p className="min-w-0 flex-1 basis-72 text-ink-2">{children}</p>
);

const Buttons = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">{children}</div>
);

"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { PlanShow } from "@/lib/playlists/plan-lines";
import type { PlanLinesPage, PlanView } from "@/lib/playlists/plan-view";
import { PlanDecision } from "./plan-decision";
import { PlanLines } from "./plan-lines";
import { PlanNotes } from "./plan-notes";
import { planQuery } from "./plan-query";
import { PlanTabs } from "./plan-tabs";

type Props = { first: PlanView; show: PlanShow; firstLines: PlanLinesPage };

/** A change of a playlist: what it does row by row and what it costs, the decision, and how far it is. */
export function Plan({ first, show, firstLines }: Props) {
  const { data: plan, error } = useQuery({ ...planQuery(first.id), initialData: first });
  const [shown, setShown] = useState(show);
  const isFirst = shown === show && plan.status === first.status;

  function change(next: PlanShow) {
    setShown(next);
    const search = next === "all" ? "" : `?show=${next}`;
    window.history.replaceState(null, "", `${window.location.pathname}${search}`);
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b px-5 py-3 phone:px-4">
        {error && <Notice>{error.message} What is shown may be old.</Notice>}
        <PlanDecision plan={plan} />
        <PlanNotes plan={plan} />
        {plan.ruleSetId && (
          <p className="text-xs text-ink-3">
            What it is to hold comes from{" "}
            <Link
              href={`/rules/${plan.ruleSetId}`}
              className="rounded-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
            >
              its rules
            </Link>
            {plan.follows && plan.status === "proposed"
              ? "; approved, it follows them from then on, in place of any other playlist."
              : "."}
          </p>
        )}
      </div>
      <PlanTabs counts={plan.counts} show={shown} onShow={change} />
      <PlanLines
        key={shown}
        source={{ id: plan.id, status: plan.status, show: shown }}
        first={isFirst ? firstLines : undefined}
        tellsOwner={plan.kind === "rule"}
      />
    </div>
  );
}

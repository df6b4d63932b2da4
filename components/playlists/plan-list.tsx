"use client";

import { Empty } from "@/components/ui/empty";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import type { PlanEntry } from "@/lib/playlists/plan-view";
import { PlanEntryRow } from "./plan-entry-row";

const BUSY_MS = 2_000;

/** All changes of playlists: those that wait for a decision, those that are being made, the others. */
export function PlanList({ plans }: { plans: readonly PlanEntry[] }) {
  const waiting = plans.filter(({ status }) => status === "proposed");
  const running = plans.filter(({ status }) => status === "applying");
  const over = plans.filter(({ status }) => status !== "proposed" && status !== "applying");
  useRefreshEvery(running.length > 0 ? BUSY_MS : null);
  if (plans.length === 0) {
    return (
      <Empty title="No playlist was changed yet">
        Open one of your playlists in the library and choose what to change. You see every row
        before anything is written.
      </Empty>
    );
  }
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <Group title="Waiting for you" plans={waiting} />
      <Group title="Being made" plans={running} />
      <Group title="Before" plans={over} />
    </div>
  );
}

function Group({ title, plans }: { title: string; plans: readonly PlanEntry[] }) {
  if (plans.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="pb-1.5 text-md font-semibold tracking-tight">
        {title} <span className="font-normal text-ink-3 tabular-nums">{plans.length}</span>
      </h2>
      <ul>
        {plans.map((plan) => (
          <PlanEntryRow key={plan.id} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

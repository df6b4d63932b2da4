import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time";
import type { PlanEntry } from "@/lib/playlists/plan-view";
import { PlanCounts } from "./plan-counts";
import { kindWords, statusWords } from "./plan-words";
import { planPage } from "./playlist-links";

/** What Clouder changed in a playlist, the newest first. */
export function PlaylistPlans({ plans }: { plans: readonly PlanEntry[] }) {
  if (plans.length === 0) return null;
  return (
    <section aria-label="Changes by Clouder" className="px-5 py-3 xl:py-4 phone:px-4">
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
  );
}

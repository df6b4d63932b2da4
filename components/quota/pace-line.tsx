import { LocalTime } from "@/components/ui/local-time";
import type { Pace } from "@/lib/quota/quota-view";

const count = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** What may be asked now, against what is configured. */
export function PaceLine({ pace }: { pace: Pace }) {
  const { name, allowed, configured, windowS, inWindow, slowedAt } = pace;
  const share = Math.min(100, (100 * inWindow) / configured);
  return (
    <div className="grid gap-x-6 gap-y-1.5 py-2 md:grid-cols-[13rem_minmax(0,1fr)] md:items-center">
      <p className="text-xs text-ink-3">{name === "Everything" ? "Allowed now" : name}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <div
          aria-hidden="true"
          className="relative h-[5px] w-40 overflow-hidden rounded-full bg-line"
        >
          <div className="h-full rounded-full bg-ink-2" style={{ width: `${share}%` }} />
          {allowed < configured && (
            <div
              className="absolute inset-y-0 right-0 border-l-2 border-warning bg-line-strong"
              style={{ left: `${(100 * allowed) / configured}%` }}
            />
          )}
        </div>
        <p className="text-xs text-ink-2 tabular-nums">
          {count.format(inWindow)} of {count.format(allowed)} requests in {count.format(windowS)} s
          {allowed < configured && (
            <span className="text-warning">
              {" · slowed from "}
              {count.format(configured)}
              {slowedAt && (
                <>
                  {" at "}
                  <LocalTime iso={slowedAt} show="clock" />
                </>
              )}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}

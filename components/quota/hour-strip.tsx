import clsx from "clsx";
import type { HourUsed } from "@/lib/quota/quota-view";
import { UsageMark } from "./usage-mark";

/** 24 bars, the hour we are in last. A picture: the table below it says the same in words. */
export function HourStrip({ hours }: { hours: readonly HourUsed[] }) {
  const most = Math.max(1, ...hours.map(({ requests }) => requests));
  return (
    <div aria-hidden="true">
      <div className="flex h-14 items-end gap-[2px] border-b border-line-strong">
        {hours.map(({ from, requests, refused, failed }) => (
          <div key={from} className="flex h-full min-w-0 flex-1 flex-col items-center justify-end">
            {refused > 0 && <UsageMark of="refused" />}
            {failed > 0 && <UsageMark of="failed" />}
            <div
              className={clsx(
                "w-full rounded-t-[2px]",
                requests > 0 ? "min-h-[2px] bg-ink-3" : "h-0",
              )}
              style={{ height: `${(100 * requests) / most}%` }}
            />
          </div>
        ))}
      </div>
      <div className="flex justify-between pt-1 text-2xs text-ink-3">
        <span>24 h ago</span>
        <span>12 h</span>
        <span>now</span>
      </div>
    </div>
  );
}

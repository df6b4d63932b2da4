import type { Used } from "@/lib/quota/quota-view";
import { UsageMark } from "./usage-mark";

const count = new Intl.NumberFormat("en");

/** "412 requests", and when there are some, what was refused and what failed. */
export function UsedNumbers({ used }: { used: Used }) {
  return (
    <span className="flex flex-wrap gap-x-2.5">
      <span>
        {count.format(used.requests)} {used.requests === 1 ? "request" : "requests"}
      </span>
      {(["refused", "failed"] as const)
        .filter((part) => used[part] > 0)
        .map((part) => (
          <span key={part} className="inline-flex items-baseline gap-1 whitespace-nowrap">
            <UsageMark of={part} />
            {count.format(used[part])} {part}
          </span>
        ))}
    </span>
  );
}

import type { GroupQuota } from "@/lib/quota/quota-view";
import { HourStrip } from "./hour-strip";
import { HourTable } from "./hour-table";
import { UsedNumbers } from "./used-numbers";

type Props = { group: GroupQuota; provider: string };

/** What one group of addresses used: a day as a strip, day and week as numbers. */
export function GroupRow({ group, provider }: Props) {
  const busiest = Math.max(...group.hours.map(({ requests }) => requests));
  return (
    <li className="grid gap-x-6 gap-y-2 border-t py-4 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h3 className="font-medium">{group.name}</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-2.5 pt-1 text-xs text-ink-2 tabular-nums">
          <dt className="text-ink-3">24 hours</dt>
          <dd>
            <UsedNumbers used={group.day} />
          </dd>
          <dt className="text-ink-3">7 days</dt>
          <dd>
            <UsedNumbers used={group.week} />
          </dd>
          <dt className="text-ink-3">Busiest hour</dt>
          <dd>{new Intl.NumberFormat("en").format(busiest)}</dd>
        </dl>
      </div>
      <div className="min-w-0">
        <HourStrip hours={group.hours} />
        <HourTable group={group} provider={provider} />
      </div>
    </li>
  );
}

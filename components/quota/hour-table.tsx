import { LocalTime } from "@/components/ui/local-time";
import type { GroupQuota } from "@/lib/quota/quota-view";

const count = new Intl.NumberFormat("en");

/** The strip as numbers: the hours in which anything was asked, the newest first. */
export function HourTable({ group, provider }: { group: GroupQuota; provider: string }) {
  const hours = group.hours.filter((hour) => hour.requests + hour.refused + hour.failed > 0);
  if (hours.length === 0) return null;
  return (
    <details className="pt-1.5 text-xs">
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ink-2 underline-offset-3 hover:underline">
        Hour by hour
        <span className="sr-only">
          , {group.name} at {provider}
        </span>
      </summary>
      <table className="mt-1 w-full max-w-md tabular-nums">
        <thead>
          <tr className="text-ink-3 [&>th]:py-1 [&>th]:font-medium">
            <th scope="col" className="text-left">
              Hour from
            </th>
            <th scope="col" className="text-right">
              Requests
            </th>
            <th scope="col" className="text-right">
              Refused
            </th>
            <th scope="col" className="text-right">
              Failed
            </th>
          </tr>
        </thead>
        <tbody>
          {hours.toReversed().map(({ from, requests, refused, failed }) => (
            <tr key={from} className="border-t [&>td]:text-right">
              <th scope="row" className="py-1 text-left font-normal">
                <LocalTime iso={from} show="clock" />
              </th>
              <td>{count.format(requests)}</td>
              <td>{count.format(refused)}</td>
              <td>{count.format(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

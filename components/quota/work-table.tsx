import type { Quota } from "@/lib/quota/quota-view";

const count = new Intl.NumberFormat("en");

/** Which work asked for it. Other people's work is told by its kind alone. */
export function WorkTable({ work, furtherWork }: Pick<Quota, "work" | "furtherWork">) {
  if (work.length === 0) return null;
  return (
    <section aria-labelledby="quota-work">
      <h2 id="quota-work" className="pb-2 text-md font-semibold tracking-tight">
        By job, last 24 hours
      </h2>
      <table className="w-full max-w-4xl tabular-nums">
        <thead>
          <tr className="text-left text-2xs text-ink-3 [&>th]:pb-1.5 [&>th]:font-medium">
            <th scope="col">Work</th>
            <th scope="col" className="phone:hidden">
              Asked
            </th>
            <th scope="col" className="text-right">
              Requests
            </th>
            <th scope="col" className="text-right phone:hidden">
              Refused
            </th>
            <th scope="col" className="text-right phone:hidden">
              Failed
            </th>
          </tr>
        </thead>
        <tbody>
          {work.map(({ key, kind, title, provider, requests, refused, failed }) => (
            <tr key={key} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {title ?? kind}
                {title && <span className="block text-xs text-ink-3">{kind}</span>}
                <span className="block text-xs text-ink-3 md:hidden">{provider}</span>
              </th>
              <td className="py-1.5 pr-4 text-ink-2 phone:hidden">{provider}</td>
              <td className="py-1.5 text-right">{count.format(requests)}</td>
              <td className="py-1.5 text-right text-ink-2 phone:hidden">{count.format(refused)}</td>
              <td className="py-1.5 text-right text-ink-2 phone:hidden">{count.format(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {furtherWork > 0 && (
        <p className="border-t py-2 text-xs text-ink-3">
          and {count.format(furtherWork)} more that asked less
        </p>
      )}
    </section>
  );
}

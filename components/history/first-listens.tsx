import { LocalTime } from "@/components/ui/local-time";
import type { Listening } from "@/lib/history/read-listening";
import { playsWords } from "./history-words";

/** Artists that were new in a period, the dearest since first. */
export function FirstListens({ rows, all }: Listening["first"]) {
  return (
    <section aria-labelledby="first">
      <h2 id="first" className="pb-2 font-semibold tracking-tight">
        First heard
      </h2>
      {rows.length === 0 && <p className="py-1 text-ink-2">Nobody new in this time.</p>}
      <ol className="border-t empty:hidden">
        {rows.map(({ key, name, plays, firstAt }) => (
          <li key={key} className="flex h-9 items-center gap-3 border-b">
            <span className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </span>
            <span className="text-xs text-ink-3 tabular-nums">{playsWords(plays)} since</span>
            <span className="w-24 text-right text-xs text-ink-2 tabular-nums">
              <LocalTime iso={firstAt} show="day" />
            </span>
          </li>
        ))}
      </ol>
      {all > rows.length && (
        <p className="pt-2 text-xs text-ink-3">
          {all - rows.length} more artists were new in this time.
        </p>
      )}
    </section>
  );
}

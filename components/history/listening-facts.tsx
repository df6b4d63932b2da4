import type { Listening } from "@/lib/history/read-listening";
import { dayName, daysWords, number, timeWords, topNames } from "./history-words";

type Props = Pick<Listening, "sums" | "streaks" | "top" | "by" | "first">;

/** A period in a few numbers. */
export function ListeningFacts({ sums, streaks, top, by, first }: Props) {
  const { longest, current } = streaks;
  const facts = [
    { name: "Plays", value: number(sums.plays), more: timeWords(sums.ms) },
    { name: "Days with music", value: number(sums.days), more: null },
    { name: topNames[by], value: number(top.different), more: "different ones" },
    { name: "New artists", value: number(first.all), more: "never heard before" },
    {
      name: "Longest streak",
      value: longest ? daysWords(longest.days) : "none",
      more: longest && `until ${dayName(longest.to)}`,
    },
    ...(current ? [{ name: "Streak now", value: daysWords(current.days), more: null }] : []),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 pb-6 sm:grid-cols-3 xl:grid-cols-6">
      {facts.map(({ name, value, more }) => (
        <div key={name}>
          <dt className="text-xs text-ink-3">{name}</dt>
          <dd className="text-lg font-semibold tracking-tight tabular-nums">
            {value}
            {more && <span className="block text-xs font-normal text-ink-2">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

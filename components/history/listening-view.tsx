import { topKinds } from "@/lib/history/kind";
import type { Listening } from "@/lib/history/read-listening";
import { BarChart } from "./bar-chart";
import { ChartFigure } from "./chart-figure";
import { ChoiceLinks } from "./choice-links";
import { FirstListens } from "./first-listens";
import {
  barName,
  grainNames,
  hourName,
  number,
  playsWords,
  timeWords,
  topNames,
  weekdays,
} from "./history-words";
import { HourGrid } from "./hour-grid";
import { ListeningClock } from "./listening-clock";
import { ListeningFacts } from "./listening-facts";
import { NumberTable } from "./number-table";
import { TopTable } from "./top-table";

const PATH = "/library/history";

/** Everything about what was heard in a period. */
export function ListeningView({ listening }: { listening: Listening }) {
  const { bars, grain, hours, period, by, top, gaps } = listening;
  const named = bars.map(({ day, plays, ms }) => ({ name: barName[grain](day), plays, ms }));
  const week = Array.from({ length: 7 * 24 }, () => 0);
  for (const { weekday, hour, plays } of hours) week[(weekday - 1) * 24 + hour] = plays;
  const clock = Array.from({ length: 24 }, (_, hour) =>
    weekdays.reduce((sum, _name, day) => sum + (week[day * 24 + hour] ?? 0), 0),
  );
  const choices = topKinds.map((id) => ({
    id,
    name: topNames[id],
    href: `${PATH}?${new URLSearchParams({ period: period.id, by: id })}`,
  }));
  return (
    <>
      <ListeningFacts {...listening} />
      {gaps.length > 0 && (
        <p className="pb-5 text-xs text-ink-2">
          In {gaps.length === 1 ? "one stretch" : `${gaps.length} stretches`} of this time more was
          heard than Spotify showed. An import fills such gaps.
        </p>
      )}
      <div className="grid gap-8">
        <ChartFigure
          title={`Plays per ${grainNames[grain]}`}
          detail={period.name}
          table={
            <NumberTable
              caption={`Plays per ${grainNames[grain]}`}
              head={["From", "Plays", "Time"]}
              rows={named
                .toReversed()
                .map(({ name, plays, ms }) => [name, number(plays), timeWords(ms)])}
            />
          }
        >
          <BarChart
            label={`Plays per ${grainNames[grain]}, ${period.name}`}
            bars={named.map(({ name, plays, ms }) => ({
              name,
              value: plays,
              text: `${name}: ${playsWords(plays)}, ${timeWords(ms)}`,
            }))}
          />
        </ChartFigure>
        <div className="grid gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <ChartFigure
            title="Hours of the week"
            table={
              <NumberTable
                caption="Plays by hour and weekday"
                head={["Hour", ...weekdays.map((name) => name.slice(0, 3))]}
                rows={clock.map((_, hour) => [
                  hourName(hour),
                  ...weekdays.map((_name, day) => number(week[day * 24 + hour] ?? 0)),
                ])}
              />
            }
          >
            <HourGrid label="Plays by weekday and hour" plays={week} />
          </ChartFigure>
          <ChartFigure
            title="Listening clock"
            table={
              <NumberTable
                caption="Plays by hour of the day"
                head={["Hour", "Plays"]}
                rows={clock.map((plays, hour) => [hourName(hour), number(plays)])}
              />
            }
          >
            <ListeningClock label="Plays by hour of the day" plays={clock} />
          </ChartFigure>
        </div>
        <div className="grid gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <section aria-labelledby="top">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-2">
              <h2 id="top" className="font-semibold tracking-tight">
                Heard most
              </h2>
              <ChoiceLinks label="Heard most by" current={by} choices={choices} />
            </div>
            <TopTable top={top} by={by} />
          </section>
          <FirstListens {...listening.first} />
        </div>
      </div>
    </>
  );
}

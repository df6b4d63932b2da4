import { tasteKinds } from "@/lib/history/kind";
import type { Taste } from "@/lib/history/read-listening";
import { ChartFigure } from "./chart-figure";
import { ChoiceLinks } from "./choice-links";
import { monthName, tasteNames } from "./history-words";
import { NumberTable } from "./number-table";
import { RankChart } from "./rank-chart";

/** Who and what stood first, month by month. */
export function TasteView({ taste }: { taste: Taste }) {
  const { months, by, period, isShortened } = taste;
  const choices = tasteKinds.map((id) => ({
    id,
    name: tasteNames[id],
    href: `/library/history/taste?${new URLSearchParams({ period: period.id, by: id })}`,
  }));
  const places = Math.max(0, ...months.map((month) => month.places.length));
  return (
    <>
      <div className="pb-4">
        <ChoiceLinks label="Taste by" current={by} choices={choices} />
      </div>
      {months.length === 0 ? (
        <p className="text-ink-2">
          {by === "artist"
            ? "Nothing was heard in this time."
            : `Of what was heard in this time no ${by} is known.`}
        </p>
      ) : (
        <ChartFigure
          title={`${tasteNames[by]} by month`}
          detail={isShortened ? "the newest 18 months of it" : period.name}
          table={
            <NumberTable
              caption={`${tasteNames[by]} heard most, by month`}
              head={["Month", ...Array.from({ length: places }, (_, index) => `${index + 1}`)]}
              rows={months
                .toReversed()
                .map((month) => [
                  monthName(month.month),
                  ...month.places.map(({ name, plays }) => `${name} ${plays}`),
                ])}
            />
          }
        >
          <RankChart label={`${tasteNames[by]} heard most, month by month`} months={months} />
        </ChartFigure>
      )}
    </>
  );
}

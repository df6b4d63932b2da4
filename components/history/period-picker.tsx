import { Button } from "@/components/ui/button";
import { addDays } from "@/lib/history/calendar";
import type { Period } from "@/lib/history/period";
import { ChoiceLinks } from "./choice-links";

type Props = {
  path: string;
  by: string;
  period: Period;
  choices: readonly { id: string; name: string }[];
  today: string;
};

const field = "h-8 rounded-md border border-edge bg-ground px-2 text-xs";

/** A span, a year, or any two days: each is an address. */
export function PeriodPicker({ path, by, period, choices, today }: Props) {
  const links = choices.map(({ id, name }) => ({
    id,
    name,
    href: `${path}?${new URLSearchParams({ period: id, by })}`,
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pb-5">
      <ChoiceLinks label="Period" current={period.id} choices={links} />
      <form key={period.id} action={path} className="flex flex-wrap items-center gap-2 text-xs">
        <input type="hidden" name="by" value={by} />
        <label className="flex items-center gap-1.5 text-ink-3">
          from
          <input
            type="date"
            name="from"
            required
            max={today}
            defaultValue={period.from}
            className={field}
          />
        </label>
        <label className="flex items-center gap-1.5 text-ink-3">
          to
          <input
            type="date"
            name="to"
            required
            max={today}
            defaultValue={earlier(addDays(period.to, -1), today)}
            className={field}
          />
        </label>
        <Button type="submit" size="sm">
          Show
        </Button>
      </form>
    </div>
  );
}

const earlier = (a: string, b: string) => (a < b ? a : b);

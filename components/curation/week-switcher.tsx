import Link from "next/link";
import { Kbd } from "@/components/ui/kbd";
import { formatWeek, type Week } from "@/lib/curation/week";

type Props = { styleSlug: string; week: Week; previous: Week; next: Week | null };

/** The week, between the two keys that change it. */
export function WeekSwitcher({ styleSlug, week, previous, next }: Props) {
  return (
    <nav aria-label="Week" className="flex items-center gap-1.5 text-ink-2">
      <WeekLink styleSlug={styleSlug} week={previous} cap="[" />
      <span className="tabular-nums">{formatWeek(week)}</span>
      {next ? (
        <WeekLink styleSlug={styleSlug} week={next} cap="]" />
      ) : (
        <Kbd aria-hidden="true" className="opacity-40">
          ]
        </Kbd>
      )}
    </nav>
  );
}

function WeekLink({ styleSlug, week, cap }: { styleSlug: string; week: Week; cap: string }) {
  return (
    <Link
      href={`/curate/${styleSlug}/${formatWeek(week)}`}
      aria-label={`Week ${formatWeek(week)}`}
      className="grid size-6 place-items-center rounded-md hover:bg-hover"
    >
      <Kbd aria-hidden="true">{cap}</Kbd>
    </Link>
  );
}

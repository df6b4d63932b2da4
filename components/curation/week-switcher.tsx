import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { formatWeek, type Week } from "@/lib/curation/week";

type Props = {
  styleSlug: string;
  week: Week;
  previous: Week;
  next: Week | null;
  /** Where there is no keyboard: arrows, and the week without its year. */
  compact?: boolean;
  className?: string;
};

/** The week, between the two keys that change it. */
export function WeekSwitcher({ styleSlug, week, previous, next, compact, className }: Props) {
  const shown = formatWeek(week);
  return (
    <nav aria-label="Week" className={clsx("flex items-center gap-1.5 text-ink-2", className)}>
      <WeekLink styleSlug={styleSlug} week={previous}>
        {compact ? <ChevronLeft aria-hidden="true" /> : <Kbd aria-hidden="true">[</Kbd>}
      </WeekLink>
      <span className="tabular-nums">{compact ? shown.slice(shown.indexOf("W")) : shown}</span>
      <WeekLink styleSlug={styleSlug} week={next}>
        {compact ? <ChevronRight aria-hidden="true" /> : <Kbd aria-hidden="true">]</Kbd>}
      </WeekLink>
    </nav>
  );
}

type WeekLinkProps = { styleSlug: string; week: Week | null; children: ReactNode };

function WeekLink({ styleSlug, week, children }: WeekLinkProps) {
  const shape = "grid size-6 place-items-center rounded-md";
  if (!week) return <span className={clsx(shape, "opacity-40")}>{children}</span>;
  return (
    <Link
      href={`/curate/${styleSlug}/${formatWeek(week)}`}
      aria-label={`Week ${formatWeek(week)}`}
      className={clsx(shape, "hover:bg-hover")}
    >
      {children}
    </Link>
  );
}

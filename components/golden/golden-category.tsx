import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { MirrorState } from "@/components/ui/mirror-state";
import type { GoldenPage } from "@/lib/curation/golden";
import { GoldenTable } from "./golden-table";

type Props = {
  page: GoldenPage;
  /** What can be done about its playlist on Spotify, when something can. */
  remedy?: ReactNode;
};

export function GoldenCategoryView({ page: { category, tracks }, remedy }: Props) {
  return (
    <section aria-labelledby="golden-category" className="flex min-h-0 min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 pt-4 pb-3 phone:px-4">
        <Button asChild look="quiet" size="icon-sm" className="md:hidden">
          <Link href="/golden" aria-label="All Golden playlists">
            <ArrowLeft aria-hidden="true" />
          </Link>
        </Button>
        <span
          aria-hidden="true"
          className="size-3 rounded-[3px]"
          style={{ background: `var(--c${category.color})` }}
        />
        <h2 id="golden-category" className="text-lg font-semibold tracking-tight">
          {category.name}
        </h2>
        <span className="text-ink-3 tabular-nums">
          {category.tracks} {category.tracks === 1 ? "track" : "tracks"}
        </span>
        {category.mirror && <MirrorState mirror={category.mirror} />}
      </header>
      {remedy && <div className="px-6 pb-3 phone:px-4">{remedy}</div>}
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6 phone:px-4">
        {tracks.length > 0 ? (
          <GoldenTable tracks={tracks} />
        ) : (
          <Empty
            title="Nothing in Gold yet"
            action={
              <Button asChild>
                <Link href="/curate">Go on sorting</Link>
              </Button>
            }
          >
            Tracks you promote from {category.name} in a week’s review stay here for good.
          </Empty>
        )}
      </div>
    </section>
  );
}

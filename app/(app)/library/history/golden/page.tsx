import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/history/choice-links";
import { GoldenPlaysTable } from "@/components/history/golden-plays-table";
import { HistoryTabs } from "@/components/history/history-tabs";
import { LibrarySections } from "@/components/library/library-sections";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Empty } from "@/components/ui/empty";
import { loadGoldenPlays } from "@/lib/history/loaders";
import { goldenInput } from "@/lib/history/schema";

export const metadata: Metadata = { title: "Golden, played" };

const PATH = "/library/history/golden";
const choices = [
  { id: "all", name: "All", href: PATH },
  { id: "never", name: "Never played since", href: `${PATH}?only=never` },
];

export default async function GoldenPlaysPage({
  searchParams,
}: PageProps<"/library/history/golden">) {
  const { only } = goldenInput.parse(await searchParams);
  const { rows, all } = await loadGoldenPlays({ neverOnly: only === "never" });
  return (
    <>
      <PageHeader title="Golden, played">
        <LibrarySections current="history" />
      </PageHeader>
      <PageBody>
        <HistoryTabs current="golden" />
        <div className="pb-3">
          <ChoiceLinks label="Which Golden tracks" current={only} choices={choices} />
        </div>
        {rows.length > 0 && <GoldenPlaysTable rows={rows} />}
        {rows.length === 0 && all > 0 && (
          <Empty title="Every Golden track was played">Since it was promoted, at least once.</Empty>
        )}
        {all === 0 && (
          <Empty title="No track is Golden yet">
            What you promote in a week's review is listed here with its plays.
          </Empty>
        )}
      </PageBody>
    </>
  );
}

import type { Metadata } from "next";
import { HistoryTabs } from "@/components/history/history-tabs";
import { NothingHeard } from "@/components/history/nothing-heard";
import { PeriodPicker } from "@/components/history/period-picker";
import { Recounting } from "@/components/history/recounting";
import { TasteView } from "@/components/history/taste-view";
import { LibrarySections } from "@/components/library/library-sections";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadTaste } from "@/lib/history/loaders";
import { tasteInput } from "@/lib/history/schema";

export const metadata: Metadata = { title: "Taste" };

export default async function TastePage({ searchParams }: PageProps<"/library/history/taste">) {
  const taste = await loadTaste(tasteInput.parse(await searchParams));
  return (
    <>
      <PageHeader title="Taste over time">
        <LibrarySections current="history" />
      </PageHeader>
      <PageBody>
        <HistoryTabs current="taste" />
        {taste.isEmpty ? (
          <NothingHeard />
        ) : (
          <>
            <Recounting {...taste} />
            <PeriodPicker path="/library/history/taste" {...taste} />
            <TasteView key={`${taste.period.id} ${taste.by}`} taste={taste} />
          </>
        )}
      </PageBody>
    </>
  );
}

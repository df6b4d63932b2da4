import type { Metadata } from "next";
import { HistoryTabs } from "@/components/history/history-tabs";
import { ListeningView } from "@/components/history/listening-view";
import { NothingHeard } from "@/components/history/nothing-heard";
import { PeriodPicker } from "@/components/history/period-picker";
import { Recounting } from "@/components/history/recounting";
import { ZoneNote } from "@/components/history/zone-note";
import { LibrarySections } from "@/components/library/library-sections";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadListening } from "@/lib/history/loaders";
import { listeningInput } from "@/lib/history/schema";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: PageProps<"/library/history">) {
  const listening = await loadListening(listeningInput.parse(await searchParams));
  const { timeZone, isZoneKnown, recount } = listening;
  return (
    <>
      <PageHeader title="History">
        <LibrarySections current="history" />
      </PageHeader>
      <PageBody>
        <HistoryTabs current="listening" />
        {listening.isEmpty ? (
          <NothingHeard />
        ) : (
          <>
            <Recounting timeZone={timeZone} recount={recount} />
            <PeriodPicker path="/library/history" {...listening} />
            <ListeningView key={listening.period.id} listening={listening} />
          </>
        )}
        <div className="pt-6">
          <ZoneNote timeZone={timeZone} isKnown={isZoneKnown} isCounting={recount !== null} />
        </div>
      </PageBody>
    </>
  );
}

import { LibrarySections } from "@/components/library/library-sections";
import { RowsWaiting } from "@/components/library/rows-waiting";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingLibrary() {
  return (
    <>
      <PageHeader title="Library">
        <LibrarySections />
      </PageHeader>
      <RowsWaiting list="saved_tracks" />
    </>
  );
}

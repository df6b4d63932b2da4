import { LibrarySections } from "@/components/library/library-sections";
import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingHistory() {
  return (
    <>
      <PageHeader title="History">
        <LibrarySections current="history" />
      </PageHeader>
      <PageBody>
        <LoadingRows rows={8} label="Counting plays" />
      </PageBody>
    </>
  );
}

import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";

export default function SourcesLoading() {
  return (
    <PageBody>
      <LoadingRows rows={12} label="Reading your lists" />
    </PageBody>
  );
}

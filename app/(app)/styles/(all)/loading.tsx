import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingStyles() {
  return (
    <>
      <PageHeader title="Styles" />
      <PageBody>
        <LoadingRows rows={12} label="Loading the styles" />
      </PageBody>
    </>
  );
}

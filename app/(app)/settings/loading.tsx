import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingSettings() {
  return (
    <>
      <PageHeader title="Settings" />
      <PageBody>
        <LoadingRows rows={5} label="Loading your settings" />
      </PageBody>
    </>
  );
}

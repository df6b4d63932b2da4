import { ActivityTabs } from "@/components/jobs/activity-tabs";
import { LoadingRows } from "@/components/shell/loading-rows";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingQuota() {
  return (
    <>
      <PageHeader title="Activity">
        <ActivityTabs current="quota" />
      </PageHeader>
      <PageBody>
        <LoadingRows rows={6} label="Counting requests" />
      </PageBody>
    </>
  );
}

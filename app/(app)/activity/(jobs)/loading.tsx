import { ActivitySkeleton } from "@/components/jobs/activity-skeleton";
import { ActivityTabs } from "@/components/jobs/activity-tabs";
import { PageHeader } from "@/components/shell/page-header";

export default function LoadingActivity() {
  return (
    <>
      <PageHeader title="Activity">
        <ActivityTabs current="jobs" />
      </PageHeader>
      <ActivitySkeleton />
    </>
  );
}

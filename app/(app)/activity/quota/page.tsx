import type { Metadata } from "next";
import { ActivityTabs } from "@/components/jobs/activity-tabs";
import { LiveQuota } from "@/components/quota/live-quota";
import { QuotaOverview } from "@/components/quota/quota-overview";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadQuota } from "@/lib/quota/loaders";

export const metadata: Metadata = { title: "Quota" };

export default async function QuotaPage() {
  const quota = await loadQuota();
  return (
    <>
      <PageHeader title="Activity">
        <ActivityTabs current="quota" />
      </PageHeader>
      <PageBody>
        <LiveQuota>
          <QuotaOverview quota={quota} />
        </LiveQuota>
      </PageBody>
    </>
  );
}

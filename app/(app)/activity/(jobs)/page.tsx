import type { Metadata } from "next";
import { Activity } from "@/components/jobs/activity";
import { ActivityTabs } from "@/components/jobs/activity-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { loadActivity } from "@/lib/jobs/loaders";
import { activityInput } from "@/lib/jobs/schema";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const { state, kind, q, before, job } = await searchParams;
  const wanted = activityInput.parse({
    state: state ?? null,
    kind: kind ?? null,
    text: q ?? "",
    before: before ?? null,
  });
  const asked = Object.entries({ state, kind, q, before, job });
  const search = new URLSearchParams(
    asked.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  return (
    <>
      <PageHeader title="Activity">
        <ActivityTabs current="jobs" />
      </PageHeader>
      <Activity search={search.toString()} first={await loadActivity(wanted)} />
    </>
  );
}

import type { Metadata } from "next";
import { LibrarySections } from "@/components/library/library-sections";
import { PlanList } from "@/components/playlists/plan-list";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadPlans } from "@/lib/playlists/loaders";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  return (
    <>
      <PageHeader title="Plans" detail="for playlists">
        <LibrarySections current="plans" />
      </PageHeader>
      <PageBody>
        <PlanList plans={await loadPlans()} />
      </PageBody>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LibrarySections } from "@/components/library/library-sections";
import { Plan } from "@/components/playlists/plan";
import { PageHeader } from "@/components/shell/page-header";
import { loadPlan, loadPlanLines } from "@/lib/playlists/loaders";
import { planTitle } from "@/lib/playlists/plan-title";
import { planLinesInput } from "@/lib/playlists/schema";

type Props = PageProps<"/playlists/plans/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const plan = await loadPlan((await params).id);
  return { title: plan ? planTitle(plan) : "Unknown plan" };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const plan = await loadPlan((await params).id);
  if (!plan) notFound();
  const { show } = planLinesInput.parse({ ...(await searchParams), offset: 0 });
  const lines = await loadPlanLines(plan.id, show);
  return (
    <>
      <PageHeader title={planTitle(plan)}>
        <LibrarySections />
      </PageHeader>
      <Plan key={plan.id} first={plan} show={show} firstLines={lines} />
    </>
  );
}

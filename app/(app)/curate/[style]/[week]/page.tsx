import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardBody } from "@/components/curation/board-body";
import { BoardFrame } from "@/components/curation/board-frame";
import { StageTabs } from "@/components/curation/stage-tabs";
import { StartWeek } from "@/components/curation/start-week";
import { WeekProgress } from "@/components/curation/week-progress";
import { WeekSwitcher } from "@/components/curation/week-switcher";
import { RunningJobs } from "@/components/jobs/running-jobs";
import { PageHeader } from "@/components/shell/page-header";
import { splitStyleName } from "@/lib/catalog/style-name";
import type { BoardPage } from "@/lib/curation/board";
import { loadBoardPage } from "@/lib/curation/loaders";
import { formatWeek } from "@/lib/curation/week";

type Props = PageProps<"/curate/[style]/[week]">;

const readPage = async ({ params }: Pick<Props, "params">) => {
  const { style, week } = await params;
  return loadBoardPage({ styleSlug: style, week });
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await readPage(props);
  return { title: page ? `${page.style.name}, ${formatWeek(page.week)}` : "Not found" };
}

export default async function CurateWeekPage(props: Props) {
  const page = await readPage(props);
  if (!page) notFound();
  const search = toSearch(await props.searchParams);

  if (!page.board) {
    return (
      <>
        <BoardHeader page={page} />
        <StartWeek page={page} />
      </>
    );
  }
  return (
    <BoardFrame key={page.board.period.id} page={page} initial={page.board} search={search}>
      <BoardHeader page={page} />
      <BoardBody jobs={<RunningJobs />} />
    </BoardFrame>
  );
}

function BoardHeader({ page }: { page: BoardPage }) {
  const { family, branch } = splitStyleName(page.style.name);
  const weeks = {
    styleSlug: page.style.slug,
    week: page.week,
    previous: page.previousWeek,
    next: page.nextWeek,
  };
  return (
    <PageHeader
      title={family}
      detail={branch}
      beside={<WeekSwitcher {...weeks} className="phone:hidden" />}
    >
      {page.board && <StageTabs />}
      <WeekSwitcher {...weeks} compact className="ml-auto md:hidden" />
      {page.board && <WeekProgress />}
    </PageHeader>
  );
}

function toSearch(params: Awaited<Props["searchParams"]>): string {
  const entries = Object.entries(params).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return `?${new URLSearchParams(entries)}`;
}

import type { ReactNode } from "react";
import { Cover } from "@/components/ui/cover";
import { roughly } from "@/components/ui/moment";
import { splitStyleName } from "@/lib/catalog/style-name";
import type { Home, Resume } from "@/lib/curation/home";
import { formatWeek } from "@/lib/curation/week";
import { GoOn } from "./go-on";

/** Where the work goes on: the week under way, else the newest week of the first style. */
export function NextStep({ home }: { home: Home }) {
  if (home.resume) return <ResumeLine resume={home.resume} />;
  const [first] = home.styles;
  const newest = first?.cells[0];
  if (!first || !newest) return null;
  const { family } = splitStyleName(first.name);
  const week = formatWeek(newest.week);
  const href = `/curate/${first.slug}/${week}` as const;
  if (newest.period) {
    return (
      <Line title={`${family} is sorted`} action={<GoOn href={href}>Open the review</GoOn>}>
        {week} · {newest.counts.silver + newest.counts.gold} kept, {newest.counts.gold} in Gold
      </Line>
    );
  }
  return (
    <Line title={`${family}: a new week`} action={<GoOn href={href}>Start {week}</GoOn>}>
      {newest.counts.tracks > 0
        ? `${newest.counts.tracks} releases are waiting`
        : "Its releases are collected as soon as you start"}
    </Line>
  );
}

function ResumeLine({ resume }: { resume: Resume }) {
  const { styleSlug, styleName, left, minutesLeft, lastTrack } = resume;
  const { family } = splitStyleName(styleName);
  const week = formatWeek(resume.week);
  return (
    <Line
      coverUrl={lastTrack?.coverUrl}
      title={
        left === 0
          ? `All of ${family} is sorted`
          : `${left} ${left === 1 ? "track" : "tracks"} left in ${family}`
      }
      action={
        <GoOn href={`/curate/${styleSlug}/${week}`}>
          {left === 0 ? "Open the review" : "Go on sorting"}
        </GoOn>
      }
    >
      {week}
      {lastTrack && (
        <>
          {" · you stopped at "}
          <span className="text-ink">{lastTrack.title}</span>
        </>
      )}
      {left > 0 && minutesLeft !== null && ` · ${roughly(minutesLeft)} at your pace`}
    </Line>
  );
}

type LineProps = {
  coverUrl?: string | null;
  title: string;
  action: ReactNode;
  children: ReactNode;
};

function Line({ coverUrl, title, action, children }: LineProps) {
  return (
    <section
      aria-label="Next step"
      className="flex flex-wrap items-center gap-x-4.5 gap-y-4 pb-7 phone:pb-6"
    >
      {coverUrl && <Cover url={coverUrl} className="size-[76px] rounded-md" />}
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
        <p className="pt-0.5 text-ink-2">{children}</p>
      </div>
      {action}
    </section>
  );
}

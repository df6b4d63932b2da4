import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TimeAgo } from "@/components/ui/time-ago";
import { providerName } from "@/lib/connections/provider";
import type { JobView } from "@/lib/jobs/job-view";
import type { SourceView } from "@/lib/sources/source-view";
import { doneWords, shareOf } from "./source-words";
import { isOpen } from "./sources-query";

/** How far a source is: what is being done with it, or what came of it last. */
export function SourceState({ source }: { source: SourceView }) {
  const { stored, provider, fetching, enriching, isOffered } = source;
  const asOf = stored?.fetchedAt && (
    <>
      As of <TimeAgo iso={stored.fetchedAt} />
    </>
  );
  if (isOpen(fetching)) return <JobProgress job={fetching} begins="Fetching" />;
  if (isOpen(enriching)) {
    return (
      <JobProgress job={enriching} begins="Asking">
        {asOf}
        {" · "}
      </JobProgress>
    );
  }
  if (!isOffered && !stored) {
    const who = provider ? providerName(provider) : "Nobody";
    return <span className="block text-xs text-ink-3">{who} does not give its tracks</span>;
  }
  return (
    <span className="block text-xs text-ink-3">
      {!isOffered && <Bad>It can no longer be read. </Bad>}
      {stored?.status === "failed" && (
        <Bad>{fetching?.message ?? "The last fetch did not get through."} </Bad>
      )}
      {asOf ?? (stored?.status === "failed" ? null : "Never fetched")}
      <Asked source={source} />
    </span>
  );
}

function Asked({ source: { stored, enriching } }: { source: SourceView }) {
  if (enriching?.status === "failed") {
    return <Bad> · {enriching.message ?? "Asking did not get through."}</Bad>;
  }
  if (!stored?.enrichedAt) return null;
  return (
    <>
      {" · asked "}
      <TimeAgo iso={stored.enrichedAt} />
    </>
  );
}

const Bad = ({ children }: { children: ReactNode }) => (
  <span className="text-danger">{children}</span>
);

type ProgressProps = {
  job: JobView;
  begins: string;
  /** Said before it. */
  children?: ReactNode;
};

/** A job under way in a line: its phase, how far it is, and until when it waits. */
export function JobProgress({ job, begins, children }: ProgressProps) {
  const { status, phase, message, waitingUntil } = job;
  const isWaiting = status === "waiting";
  return (
    <span className="block">
      <span className={`block text-xs ${isWaiting ? "text-warning" : "text-ink-2"}`}>
        {children}
        {isWaiting && message ? message : (phase ?? begins)}
        {isWaiting && waitingUntil && (
          <>
            {" Until "}
            <LocalTime iso={waitingUntil} show="clock" />
          </>
        )}{" "}
        <span className="tabular-nums">{doneWords(job)}</span>
      </span>
      <ProgressBar label={job.title} share={shareOf(job)} className="mt-1 max-w-64" />
    </span>
  );
}

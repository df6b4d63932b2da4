import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { JobView } from "@/lib/jobs/job-view";

type Props = {
  job: JobView | null;
  disabled: boolean;
  onStop: (jobId: string) => void;
  onGoOn: (jobId: string) => void;
};

/** How far the writing is, in writes, and what it waits for. */
export function PlanProgress({ job, disabled, onStop, onGoOn }: Props) {
  const total = job?.total ?? 0;
  return (
    <section
      aria-label="Progress"
      aria-live="polite"
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <h2 className="text-md font-semibold tracking-tight">Being made</h2>
      <ProgressBar
        label="Writes to Spotify"
        share={job && total > 0 ? Math.min(1, job.done / total) : null}
        className="w-48"
      />
      <p className="min-w-0 flex-1 basis-60 text-ink-2">
        <State job={job} />
      </p>
      {job?.canRetry && job.standsStill && (
        <Button disabled={disabled} onClick={() => onGoOn(job.id)}>
          Try again
        </Button>
      )}
      {job?.canCancel && (
        <Button look="danger" disabled={disabled} onClick={() => onStop(job.id)}>
          Stop
        </Button>
      )}
    </section>
  );
}

function State({ job }: { job: JobView | null }) {
  if (!job || job.status === "queued") return "Waits for its turn";
  if (job.status === "waiting" && job.waitingUntil) {
    return (
      <>
        {job.message ?? "Spotify asks us to wait."} Goes on at{" "}
        <LocalTime iso={job.waitingUntil} show="clock" />
      </>
    );
  }
  const writes = job.total ? `, write ${Math.min(job.done + 1, job.total)} of ${job.total}` : "";
  return `${job.phase ?? "Writing to Spotify"}${writes}`;
}

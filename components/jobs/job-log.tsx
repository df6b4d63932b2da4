import clsx from "clsx";
import { CircleX, TriangleAlert } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";
import type { JobLineView } from "@/lib/jobs/job-view";

/** What the job did, the newest first. */
export function JobLog({ lines }: { lines: readonly JobLineView[] }) {
  return (
    <section aria-labelledby="job-log">
      <h3 id="job-log" className="pb-1 text-xs font-medium text-ink-3">
        Log
      </h3>
      <ol className="border-t">
        {lines.map((line) => (
          <LogLine key={line.id} line={line} />
        ))}
      </ol>
      {lines.length === 0 && <p className="py-2 text-xs text-ink-3">Nothing is noted yet.</p>}
    </section>
  );
}

function LogLine({ line }: { line: JobLineView }) {
  const { at, level, message, details } = line;
  const until = typeof details?.until === "string" ? details.until : null;
  return (
    <li className="grid grid-cols-[auto_1rem_minmax(0,1fr)] items-baseline gap-x-2 border-b py-1.5 text-xs">
      <span className="font-mono text-2xs text-ink-3">
        <LocalTime iso={at} show="seconds" />
      </span>
      <LevelMark level={level} />
      <span className={clsx("min-w-0 break-words", level === "info" && "text-ink-2")}>
        {message}
        {until && (
          <>
            {" Until "}
            <LocalTime iso={until} show="moment" />.
          </>
        )}
      </span>
    </li>
  );
}

function LevelMark({ level }: Pick<JobLineView, "level">) {
  if (level === "info") return <span />;
  const Icon = level === "error" ? CircleX : TriangleAlert;
  return (
    <span className={clsx("self-center", level === "error" ? "text-danger" : "text-warning")}>
      <Icon aria-hidden="true" className="size-3.5!" />
      <span className="sr-only">{level}</span>
    </span>
  );
}

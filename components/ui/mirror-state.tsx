import clsx from "clsx";
import type { MirrorView } from "@/lib/mirrors/mirror-view";
import { LocalTime } from "./local-time";
import { SpotifyLink } from "./spotify-link";
import { TimeAgo } from "./time-ago";

const dots = {
  idle: "bg-ok",
  pending: "bg-ink-3",
  syncing: "bg-ink-3",
  waiting: "bg-warning",
  failed: "bg-danger",
} as const;

/** Whether the Spotify playlist holds what Clouder holds, in words, and the way to it. */
export function MirrorState({ mirror }: { mirror: MirrorView }) {
  const inStep = mirror.status === "idle" && !mirror.problem;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs text-ink-3">
      <span
        aria-hidden="true"
        className={clsx(
          "size-1.5 shrink-0 rounded-full",
          mirror.problem ? "bg-danger" : dots[mirror.status],
        )}
      />
      <span className={clsx("min-w-0", mirror.problem && "text-danger")}>
        {mirror.problem ?? mirror.words}
        {inStep && mirror.mirroredAt && (
          <>
            , <TimeAgo iso={mirror.mirroredAt} />
          </>
        )}
        {mirror.waitingUntil && (
          <>
            {" until "}
            <LocalTime iso={mirror.waitingUntil} show="clock" />
          </>
        )}
      </span>
      {mirror.url && <SpotifyLink href={mirror.url} of={mirror.name} />}
    </span>
  );
}

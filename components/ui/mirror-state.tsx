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
  removed: "bg-danger",
  stopped: "bg-warning",
} as const;

/** Whether the Spotify playlist holds what Clouder holds, in words, and the way to it. */
export function MirrorState({ mirror }: { mirror: MirrorView }) {
  const broken = mirror.status === "failed" || mirror.removed;
  const inStep = mirror.status === "idle" && mirror.handMadeChanges === 0;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs text-ink-3">
      <span className="flex min-w-0 items-baseline gap-2">
        <span
          aria-hidden="true"
          className={clsx("size-1.5 shrink-0 -translate-y-px rounded-full", dots[mirror.status])}
        />
        <span className={clsx("min-w-0", broken && "text-danger")}>
          {mirror.words}
          {inStep && mirror.mirroredAt && (
            <>
              , <TimeAgo iso={mirror.mirroredAt} />
            </>
          )}
          {mirror.waitingUntil && (
            <>
              {". It goes on at "}
              <LocalTime iso={mirror.waitingUntil} show="clock" />
            </>
          )}
        </span>
      </span>
      {mirror.url && !mirror.removed && <SpotifyLink href={mirror.url} of={mirror.name} />}
    </span>
  );
}

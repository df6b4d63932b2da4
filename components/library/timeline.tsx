import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { TimelineEvent } from "@/lib/library/track-history";
import { rangeWords } from "./change-words";
import { playlistPage } from "./library-links";

const dots: Record<TimelineEvent["kind"], string> = {
  saved: "bg-ok",
  unsaved: "bg-danger",
  added: "bg-ink-2",
  removed: "border border-ink-3",
  ranked: "bg-gold",
  unranked: "border border-ink-3",
  "first-play": "bg-ink-3",
  "last-play": "bg-ink-3",
};

type Props = { events: readonly TimelineEvent[]; provider: PersonalProvider };

/** What happened to a track, the newest first. */
export function Timeline({ events, provider }: Props) {
  return (
    <ol>
      {events.map((event) => (
        <li
          key={keyOf(event)}
          className="flex items-baseline gap-3 border-t py-1.5 first:border-t-0"
        >
          <span
            aria-hidden="true"
            className={clsx("size-2 shrink-0 translate-y-px rounded-full", dots[event.kind])}
          />
          <span className="w-24 shrink-0 text-xs text-ink-3 tabular-nums">
            <LocalTime iso={event.at} show="day" />
          </span>
          <span className="min-w-0">
            <What event={event} provider={provider} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The same thing happens once at a moment. */
function keyOf(event: TimelineEvent): string {
  if ("playlistId" in event) return `${event.kind} ${event.at} ${event.playlistId}`;
  return "range" in event
    ? `${event.kind} ${event.at} ${event.range}`
    : `${event.kind} ${event.at}`;
}

function placeWords({ kind, isExact }: Extract<TimelineEvent, { kind: "added" | "removed" }>) {
  if (kind === "removed") return "No longer in ";
  return isExact ? "Added to " : "Seen in ";
}

function What({
  event,
  provider,
}: {
  event: TimelineEvent;
  provider: PersonalProvider;
}): ReactNode {
  switch (event.kind) {
    case "saved":
      return event.isExact ? "Saved" : "Seen among the saved tracks";
    case "unsaved":
      return "No longer saved";
    case "added":
    case "removed":
      return (
        <>
          {placeWords(event)}
          <Link
            href={playlistPage(event.playlistId, { provider })}
            className="rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
          >
            {event.name}
          </Link>
        </>
      );
    case "ranked":
      return (
        <>
          {event.before === null ? "Came into your top" : `Rank ${event.before} →`}{" "}
          {event.before === null ? `at ${event.rank}` : event.rank}{" "}
          <span className="text-ink-3">over {rangeWords[event.range]}</span>
        </>
      );
    case "unranked":
      return (
        <>
          Left your top, was {event.before}{" "}
          <span className="text-ink-3">over {rangeWords[event.range]}</span>
        </>
      );
    case "first-play":
      return "First play known";
    case "last-play":
      return "Last play known";
  }
}

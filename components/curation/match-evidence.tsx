import clsx from "clsx";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { BoardTrack } from "@/lib/curation/board";
import { matchWords } from "./match-words";

const tones = { ok: "text-ok", danger: "text-danger", quiet: "text-ink-2" };

/** Whose the data is: the Spotify match with its evidence, and where the rest comes from. */
export function MatchEvidence({ track, className }: { track: BoardTrack; className?: string }) {
  const { lead, detail, tone } = matchWords(track);
  return (
    <div className={clsx("text-xs leading-[1.55] text-ink-3", className)}>
      <p>
        <span className={clsx("font-medium", tones[tone])}>{lead}</span> {detail}
      </p>
      {track.laneReason && <p className="first-letter:uppercase">{track.laneReason}</p>}
      <p className="flex flex-wrap gap-x-3">
        {track.spotify.url && <Outside href={track.spotify.url}>Open in Spotify</Outside>}
        <Outside href={track.beatportUrl}>Beatport</Outside>
      </p>
    </div>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-6 items-center gap-1 underline-offset-2 hover:text-ink hover:underline"
    >
      {children}
      <ExternalLink aria-hidden="true" className="size-3" />
    </a>
  );
}

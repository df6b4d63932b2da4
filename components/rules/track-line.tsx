import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { CamelotKey } from "@/components/ui/camelot-key";
import { recordingAddress } from "@/lib/enrichment/recording-address";
import type { RuleSetTrack } from "@/lib/rules/rule-set-view";

/** Title with its mix, or what else it is known by. */
export const titleOf = ({
  title,
  mixName,
  recordingKey,
}: Pick<RuleSetTrack, "title" | "mixName" | "recordingKey">) =>
  title ? [title, mixName && `(${mixName})`].filter(Boolean).join(" ") : recordingKey;

type Props = { track: RuleSetTrack; mark?: ReactNode; children?: ReactNode };

/** A track of a result: what it is, what mixes with it, and what can be done with it. */
export function TrackLine({ track, mark, children }: Props) {
  const { artists, label, bpm, key, spotifyUri } = track;
  const title = titleOf(track);
  const id = spotifyUri?.startsWith("spotify:track:") ? spotifyUri.split(":")[2] : null;
  const by = [artists.join(", "), label].filter(Boolean).join(" · ");
  return (
    <li className="flex min-h-11 items-center gap-2.5 border-t py-1 pr-2 pl-4 hover:bg-hover">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          {mark}
          <Link
            href={recordingAddress(track.recordingKey)}
            prefetch={false}
            title={title}
            className="truncate rounded-sm hover:underline"
          >
            {title}
          </Link>
          {id && (
            <a
              href={`https://open.spotify.com/track/${id}`}
              target="_blank"
              rel="noreferrer"
              title="Open in Spotify"
              className="-my-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            >
              <ArrowUpRight aria-hidden="true" className="size-3.5!" />
              <span className="sr-only">Open {title} in Spotify</span>
            </a>
          )}
        </span>
        <span className="block truncate text-xs text-ink-3" title={by}>
          {by}
        </span>
      </span>
      <span className="w-9 shrink-0 text-right text-xs text-ink-2 tabular-nums">
        {bpm === null ? "" : Math.round(bpm * 10) / 10}
      </span>
      <span className="w-9 shrink-0">
        <CamelotKey value={key} />
      </span>
      {children}
    </li>
  );
}

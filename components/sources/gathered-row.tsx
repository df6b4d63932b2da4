"use client";

import clsx from "clsx";
import Link from "next/link";
import { ServiceLink } from "@/components/ui/service-link";
import { Skeleton } from "@/components/ui/skeleton";
import { recordingAddress } from "@/lib/enrichment/recording-address";
import { placesOf } from "@/lib/sources/places";
import type { GatheredTrack } from "@/lib/sources/source-view";
import { narrowOnly, trackColumns, wideOnly } from "./source-columns";

type Props = {
  /** Null while it is being read. */
  track: GatheredTrack | null;
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  isFocused: boolean;
};

/** A recording, once, with every place it stands. */
export function GatheredRow({ track, index, top, isFocused }: Props) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy={track === null}
      data-index={index}
      data-focused={isFocused}
      tabIndex={isFocused ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      className={clsx(
        trackColumns,
        "absolute inset-x-2 top-0 h-11 cursor-default rounded-md outline-none phone:inset-x-0",
        "before:absolute before:inset-x-3 before:top-0 before:h-px before:bg-line",
        isFocused
          ? "z-1 bg-raised inset-ring-[1.5px] inset-ring-line-strong before:hidden focus:inset-ring-focus"
          : "hover:bg-hover",
      )}
    >
      {track ? (
        <Cells track={track} stop={isFocused ? 0 : -1} />
      ) : (
        <td>
          <Skeleton className="h-3.5 w-2/5" />
        </td>
      )}
    </tr>
  );
}

function Cells({ track, stop }: { track: GatheredTrack; stop: number }) {
  const { title, artists, origins, spotifyUri, recordingKey } = track;
  const places = placesOf(origins);
  const by = artists.join(", ");
  const id = spotifyUri?.startsWith("spotify:track:") ? spotifyUri.split(":")[2] : null;
  return (
    <>
      <td className="min-w-0">
        <Link
          href={recordingAddress(recordingKey)}
          prefetch={false}
          tabIndex={stop}
          title={title}
          className="block truncate rounded-sm underline-offset-3 hover:underline"
        >
          {title}
        </Link>
        <span className="block truncate text-xs text-ink-3" title={by}>
          {by}
          <span className={narrowOnly}> · {places}</span>
        </span>
      </td>
      <td className={`truncate text-xs text-ink-2 ${wideOnly}`} title={places}>
        {places}
      </td>
      <td className="text-right text-xs">
        {id && (
          <ServiceLink
            service="Spotify"
            href={`https://open.spotify.com/track/${id}`}
            of={title}
            tabIndex={stop}
          />
        )}
      </td>
    </>
  );
}

"use client";

import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { KeptState, Restorable } from "@/lib/playlists/plan-view";
import { countWords } from "./plan-words";
import { useProposal } from "./use-proposal";

type Props = {
  playlist: Restorable;
  /** A page of them, the newest first. */
  states: readonly KeptState[];
  olderHref: Route | null;
  /** Where the newest ones are, when these are not. */
  newestHref: Route | null;
};

const page =
  "rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current";

/** The lists that Clouder kept of a playlist while it changed it: each can be brought back. */
export function KeptLists({ playlist, states, olderHref, newestHref }: Props) {
  const { propose, isBusy } = useProposal();
  if (states.length === 0 && !newestHref) return null;
  const comesAnew = playlist.isMirror || playlist.isGone;
  return (
    <section aria-label="Kept lists" className="px-5 py-3 xl:py-4 phone:px-4">
      <h2 className="pb-1 text-xs font-medium text-ink-3">Kept lists</h2>
      {comesAnew && (
        <p className="pb-2 text-xs text-ink-2">
          {playlist.isGone ? "It was removed" : "It follows a list in Clouder"}: what it held comes
          back as a playlist of its own.
        </p>
      )}
      <ul className="text-xs">
        {states.map(({ id, rows, createdAt }) => (
          <li key={id} className="flex items-center gap-x-3 border-t py-1">
            <LocalTime iso={createdAt} show="moment" />
            <span className="text-ink-3 tabular-nums">{countWords(rows, "row")}</span>
            {(rows > 0 || !comesAnew) && (
              <Button
                look="quiet"
                size="sm"
                disabled={isBusy}
                className="ml-auto"
                onClick={() => propose({ change: "restore", playlistId: playlist.id, stateId: id })}
              >
                {comesAnew ? "As a new playlist" : "Bring back"}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(olderHref || newestHref) && (
        <p className="flex gap-x-4 border-t py-1.5 text-xs">
          {olderHref && (
            <Link href={olderHref} scroll={false} className={page}>
              Older
            </Link>
          )}
          {newestHref && (
            <Link href={newestHref} scroll={false} className={page}>
              Newest
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

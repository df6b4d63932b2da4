"use client";

import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { Restorable } from "@/lib/playlists/plan-view";
import { useProposal } from "./use-proposal";

type Props = {
  playlist: Restorable;
  /** The moment to go back to, an ISO string. */
  at: string;
};

/** Below the head of a playlist that is shown as it was: the way back to that state. */
export function BringBack({ playlist, at }: Props) {
  const { propose, isBusy } = useProposal();
  const comesAnew = playlist.isMirror || playlist.isGone;
  const label = comesAnew ? "Make a playlist of this state" : "Bring this state back";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-5 py-2 phone:px-4">
      <p className="min-w-0 flex-1 basis-56 text-ink-2">
        As it was on <LocalTime iso={at} show="moment" />.
      </p>
      <Button
        size="sm"
        disabled={isBusy}
        onClick={() => propose({ change: "return", playlistId: playlist.id, at })}
      >
        {isBusy ? "Reading it" : label}
      </Button>
    </div>
  );
}

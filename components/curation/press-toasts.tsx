"use client";

import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import { tell, tellProblem } from "@/components/ui/toast";
import type { Board, BoardTrack, PromoteAnswer } from "@/lib/curation/board";
import type { Press } from "./press";
import { titleOf } from "./track-words";

/** The newest press replaces what was told before: ten quick keys are one line, not ten. */
const PRESS_TOAST = "press";

type Told = {
  /** A CSS colour. */
  color: string;
  done: string;
  tracks: readonly BoardTrack[];
  undo: () => void;
};

/** "Kept in Peak Time · Afterimage (Original Mix) · U Undo" */
export function tellPress({ color, done, tracks, undo }: Told) {
  tell(
    <span className="block truncate">
      {done} <span className="font-normal text-ink-2">{namesOf(tracks)}</span>
    </span>,
    {
      id: PRESS_TOAST,
      icon: <span className="block size-2 rounded-full" style={{ background: color }} />,
      action: (
        <Button
          look="quiet"
          size="sm"
          // The focus stays on the list, where the next key belongs.
          onMouseDown={(event) => event.preventDefault()}
          onClick={undo}
        >
          <KeyCap chord="u" />
          Undo
        </Button>
      ),
    },
  );
}

export function tellUndone(text: string) {
  tell(text, { id: PRESS_TOAST, icon: null, action: null });
}

export function tellRefusals(refused: PromoteAnswer["refused"]) {
  const [first, ...others] = refused;
  if (!first) return;
  const more = others.length > 0 ? ` And ${others.length} more.` : "";
  tell(`${first.message}${more}`, { id: "refused" });
}

type Unsaved = { error: Error; press: Press; board: Board | undefined; retry: () => void };

/** The tracks are back where they were; the press can be made again. */
export function tellUnsaved({ error, press, board, retry }: Unsaved) {
  const ids = press.kind === "reorder" ? [press.trackId] : trackIdsOf(press);
  const tracks = board?.tracks.filter(({ id }) => ids.includes(id)) ?? [];
  tellProblem(
    <>
      Not saved <span className="font-normal text-ink-2">{namesOf(tracks)}</span>
    </>,
    {
      id: press.key,
      description: error.name === "PressRefused" ? error.message : "The server did not answer.",
      duration: 20_000,
      action: { label: "Retry", onClick: retry },
    },
  );
}

const trackIdsOf = (press: Exclude<Press, { kind: "reorder" }>) =>
  press.kind === "undo" ? press.placements.map(({ id }) => id) : press.trackIds;

function namesOf(tracks: readonly BoardTrack[]): string {
  const [first] = tracks;
  if (!first) return "";
  if (tracks.length > 1) return `${tracks.length} tracks`;
  return first.mixName ? `${titleOf(first)} (${first.mixName})` : titleOf(first);
}

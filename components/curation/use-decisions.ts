"use client";

import { useState } from "react";
import type { Board, BoardTrack, Category } from "@/lib/curation/board";
import { minutesFor, pressesPerMinute } from "@/lib/curation/pace";
import { inChunks } from "@/lib/in-chunks";
import { numbersOf } from "./board-numbers";
import { tellPress, tellUndone } from "./press-toasts";
import { sendPress } from "./send-press";
import { newKey, usePress } from "./use-press";

/** The server takes no more tracks in one press. */
const MOST_TRACKS = 500;
const PACE_PRESSES = 60;

export type Decisions = ReturnType<typeof useDecisions>;

/** What a DJ can decide, in the words of the board; each tells what it did. */
export function useDecisions(board: Board) {
  const { make, undo } = usePress(board.period.id, sendPress);
  const [pressedAt, setPressedAt] = useState<Date[]>([]);

  function press(tracks: readonly BoardTrack[], kind: "promote" | { into: Category | null }) {
    setPressedAt((times) => [...times.slice(1 - PACE_PRESSES), new Date()]);
    const ids = tracks.map(({ id }) => id);
    for (const trackIds of inChunks(ids, MOST_TRACKS)) {
      const key = newKey();
      if (kind === "promote") make({ kind, key, trackIds });
      else make({ kind: "move", key, trackIds, categoryId: kind.into?.id ?? null });
    }
  }

  function takeBack() {
    const placements = undo();
    const [first] = placements;
    const name = board.categories.find(({ id }) => id === first?.categoryId)?.name ?? "Bronze";
    tellUndone(first ? `Undone: back in ${name}` : "Undone");
    return placements;
  }

  const perMinute = pressesPerMinute(pressedAt) ?? board.decisionsPerMinute;
  return {
    perMinute,
    minutesLeft: minutesFor(numbersOf(board).bronze, perMinute),
    sortInto(tracks: readonly BoardTrack[], category: Category) {
      press(tracks, { into: category });
      const done = category.isTrash ? "Trashed" : `Kept in ${category.name}`;
      tellPress({ color: `var(--c${category.color})`, done, tracks, undo: takeBack });
    },
    backToBronze(tracks: readonly BoardTrack[]) {
      press(tracks, { into: null });
      tellPress({ color: "var(--bronze)", done: "Back in Bronze", tracks, undo: takeBack });
    },
    promote(tracks: readonly BoardTrack[], category: Category) {
      press(tracks, "promote");
      tellPress({
        color: "var(--gold)",
        done: `In Gold: ${category.name}`,
        tracks,
        undo: takeBack,
      });
    },
    reorder(track: BoardTrack, afterId: string | null) {
      make({ kind: "reorder", key: newKey(), trackId: track.id, afterId });
    },
    undo: takeBack,
  };
}

"use client";

import { usePlayer } from "@/components/player/player-provider";
import type { StageContext } from "./board-commands";
import { useBoardContext } from "./board-context";
import { useWeekContext } from "./use-week-context";
import type { WeekContext } from "./week-commands";

type Shared = WeekContext & Pick<StageContext, "undoable" | "seekBy" | "showStage">;

/** What a command can do in either stage. */
export function useStageContext(): Shared {
  const { page, board, changeView } = useBoardContext();
  const player = usePlayer();
  const week = useWeekContext(page);
  return {
    ...week,
    undoable: board.undoable,
    seekBy: player.seekBy,
    showStage: (stage) => changeView({ stage }),
  };
}

"use client";

import { useMemo } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { categoryCommands, stageCommands } from "./board-commands";
import { useBoardContext } from "./board-context";
import { type ReviewContext, reviewCommands } from "./review-commands";
import { useStageContext } from "./use-stage-context";

type Own = Omit<ReviewContext, keyof ReturnType<typeof useStageContext>>;

/** Binds every command of the Silver review. */
export function useReviewCommands(own: Own) {
  const { board, scope } = useBoardContext();
  const shared = useStageContext();
  const commands = useMemo(
    () => [...categoryCommands(board.categories), ...reviewCommands, ...stageCommands],
    [board.categories],
  );
  useCommands<ReviewContext>(scope, commands, { ...shared, ...own });
}

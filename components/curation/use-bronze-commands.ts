"use client";

import { useMemo } from "react";
import { useCommands } from "@/components/commands/use-commands";
import {
  type BronzeContext,
  bronzeCommands,
  categoryCommands,
  stageCommands,
} from "./board-commands";
import { useBoardContext } from "./board-context";
import { useStageContext } from "./use-stage-context";

type Own = Omit<BronzeContext, keyof ReturnType<typeof useStageContext>>;

/** Binds every command of the Bronze stage. */
export function useBronzeCommands(own: Own) {
  const { board, scope } = useBoardContext();
  const shared = useStageContext();
  const commands = useMemo(
    () => [...categoryCommands(board.categories), ...bronzeCommands, ...stageCommands],
    [board.categories],
  );
  useCommands<BronzeContext>(scope, commands, { ...shared, ...own });
}

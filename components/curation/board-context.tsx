"use client";

import { createContext, type RefObject, useContext } from "react";
import type { Board, BoardPage } from "@/lib/curation/board";
import type { BoardView } from "./board-view";
import type { Decisions } from "./use-decisions";

export type BoardValue = {
  page: BoardPage;
  board: Board;
  /** Presses the server has not answered yet. */
  pending: number;
  view: BoardView;
  changeView: (change: Partial<BoardView>) => void;
  decisions: Decisions;
  /** Keys act while the focus is in here. */
  scope: RefObject<HTMLElement | null>;
};

export const BoardContext = createContext<BoardValue | null>(null);

export function useBoardContext(): BoardValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error("useBoardContext needs a BoardFrame above it");
  return value;
}

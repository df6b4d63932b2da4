"use client";

import { type ReactNode, useRef } from "react";
import type { Board, BoardPage } from "@/lib/curation/board";
import { BoardContext } from "./board-context";
import { useBoard } from "./use-board";
import { useBoardView } from "./use-board-view";
import { useDecisions } from "./use-decisions";
import { useKeepFocus } from "./use-keep-focus";

type Props = {
  page: BoardPage;
  /** The board as the page was rendered with it. */
  initial: Board;
  /** The query string of the request. */
  search: string;
  children: ReactNode;
};

/** Header and body of a started week share one board, one view and one way to decide. */
export function BoardFrame({ page, initial, search, children }: Props) {
  const scope = useRef<HTMLElement>(null);
  const { board, pending } = useBoard(initial);
  const [view, changeView] = useBoardView(search);
  const decisions = useDecisions(board);
  useKeepFocus(scope);

  return (
    <BoardContext value={{ page, board, pending, view, changeView, decisions, scope }}>
      <section
        ref={scope}
        tabIndex={-1}
        data-period={board.period.id}
        aria-label={`${board.period.styleName}, ${view.stage === "bronze" ? "Bronze" : "Silver"}`}
        className="flex min-h-0 flex-1 flex-col outline-none"
      >
        {children}
      </section>
    </BoardContext>
  );
}

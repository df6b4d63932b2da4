"use client";

import { type ReactNode, useEffect, useRef } from "react";
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
  useWarnBeforeLeaving(pending > 0);

  return (
    <BoardContext value={{ page, board, pending, view, changeView, decisions, scope }}>
      <section
        ref={scope}
        tabIndex={-1}
        aria-label={`${board.period.styleName}, ${view.stage === "bronze" ? "Bronze" : "Silver"}`}
        className="flex min-h-0 flex-1 flex-col outline-none"
      >
        {children}
      </section>
    </BoardContext>
  );
}

/** Decisions that wait for a connection live in this page only. */
function useWarnBeforeLeaving(isWaiting: boolean) {
  useEffect(() => {
    if (!isWaiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isWaiting]);
}

"use client";

import { useEffect, useRef } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import { useBoardContext } from "./board-context";
import { numbersOf } from "./board-numbers";
import { KeptPerCategory } from "./kept-per-category";

/** Bronze is empty: what became of the week, and the way to the review. */
export function SortedPanel() {
  const { board, changeView, decisions } = useBoardContext();
  const { total, silver, gold, trash } = numbersOf(board);
  const review = useRef<HTMLButtonElement>(null);
  // The list that had the focus is gone; its keys go on from here.
  useEffect(() => review.current?.focus({ preventScroll: true }), []);

  return (
    <div className="grid min-h-0 flex-1 content-center overflow-y-auto px-5 py-8">
      <div className="mx-auto w-full max-w-md">
        <p className="text-2xs font-semibold tracking-[0.14em] text-bronze">SORTED</p>
        <h2 className="mt-1 text-2xl font-semibold tracking-tight">
          {silver === 0 ? `All ${total} heard` : `${silver} kept of ${total}`}
        </h2>
        <p className="mt-1 text-ink-2">
          {trash} to Trash.{" "}
          {board.period.closedAt
            ? `${gold} went to Gold, and the week is closed.`
            : "Listen once more to what you kept, then promote the best to Gold."}
        </p>
        <KeptPerCategory className="mt-6" />
        <div className="mt-7 flex flex-wrap items-center gap-2">
          <Button
            ref={review}
            look="primary"
            size="lg"
            onClick={() => changeView({ stage: "silver" })}
          >
            Review Silver
            <KeyCap chord="s" look="inverse" />
          </Button>
          <Button look="quiet" size="lg" disabled={board.undoable === 0} onClick={decisions.undo}>
            Undo the last
            <KeyCap chord="u" />
          </Button>
        </div>
      </div>
    </div>
  );
}

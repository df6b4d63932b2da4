"use client";

import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useBoardContext } from "./board-context";
import { numbersOf } from "./board-numbers";
import { SortedPanel } from "./sorted-panel";

/** No row to show: everything is sorted, or what is left is filtered away. */
export function BronzeEmpty() {
  const { board, view, changeView } = useBoardContext();
  const { bronze } = numbersOf(board);
  if (bronze === 0) return <SortedPanel />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5">
      <Empty
        title={view.text ? `Nothing fits “${view.text}”` : "This lane is empty"}
        action={
          <Button onClick={() => changeView({ text: "", lane: null })}>Show all {bronze}</Button>
        }
      >
        {bronze === 1 ? "One track is" : `${bronze} tracks are`} left to sort.
      </Empty>
    </div>
  );
}

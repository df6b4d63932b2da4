"use client";

import { type DragEvent, type KeyboardEvent, useState } from "react";
import { moveItem } from "./move-item";

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** Reordering by buttons, by arrow keys on the handle, and by dragging the handle. */
export function useReorder(ids: readonly string[], onOrder: (ids: string[]) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [moved, setMoved] = useState<{ id: string; place: number } | null>(null);

  const place = (id: string, index: number) => {
    const from = ids.indexOf(id);
    const to = Math.max(0, Math.min(index, ids.length - 1));
    if (from === -1 || from === to) return;
    onOrder(moveItem(ids, from, to));
    setMoved({ id, place: to + 1 });
  };
  const step = (id: string, by: number) => place(id, ids.indexOf(id) + by);
  const letGo = () => {
    setDragged(null);
    setTarget(null);
  };

  return {
    step,
    isFirst: (id: string) => ids[0] === id,
    isLast: (id: string) => ids.at(-1) === id,
    /** The last move, to be told. */
    moved,
    count: ids.length,
    /** Where the dragged row would land. */
    target: dragged === target ? null : target,
    rowProps: (id: string) => ({
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setTarget(id);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null) place(dragged, ids.indexOf(id));
        letGo();
      },
    }),
    handleProps: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 16, 16);
        event.dataTransfer.effectAllowed = "move";
        setDragged(id);
      },
      onDragEnd: letGo,
      onKeyDown: (event: KeyboardEvent) => {
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(id, by);
      },
    }),
  };
}

"use client";

import { type KeyboardEvent, useState } from "react";

/**
 * Steps through the points of a chart, which is a slider to the keyboard and to a screen reader:
 * each point is a value that is read out. With a row length, ↑ and ↓ step from row to row.
 */
export function usePoints({
  label,
  texts,
  start,
  rowLength = 1,
}: {
  label: string;
  texts: readonly string[];
  start: number;
  rowLength?: number;
}) {
  const [chosen, choose] = useState<number | null>(null);
  const last = texts.length - 1;
  const at = Math.max(0, Math.min(chosen ?? start, last));

  function onKeyDown(event: KeyboardEvent) {
    const target = targetOf(event.key, { at, last, rowLength });
    if (target === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (target >= 0 && target <= last) choose(target);
  }

  return {
    active: chosen === null ? null : at,
    text: texts[at] ?? "",
    choose,
    slider: {
      role: "slider",
      tabIndex: 0,
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": Math.max(0, last),
      "aria-valuenow": at,
      "aria-valuetext": texts[at] ?? "",
      onKeyDown,
      onPointerLeave: () => choose(null),
    },
  } as const;
}

function targetOf(
  key: string,
  { at, last, rowLength }: { at: number; last: number; rowLength: number },
): number | null {
  switch (key) {
    case "ArrowLeft":
      return at - 1;
    case "ArrowRight":
      return at + 1;
    case "ArrowUp":
      return rowLength > 1 ? at - rowLength : at + 1;
    case "ArrowDown":
      return rowLength > 1 ? at + rowLength : at - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

"use client";

import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import { Button } from "./button";
import type { useReorder } from "./use-reorder";

type Reorder = ReturnType<typeof useReorder>;
type Props = { id: string; name: string; reorder: Reorder };

export function ReorderHandle({ id, name, reorder }: Props) {
  return (
    <button
      type="button"
      aria-label={`Move ${name} with the arrow keys or by dragging`}
      {...reorder.handleProps(id)}
      className="grid size-6 shrink-0 cursor-grab place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing"
    >
      <GripVertical aria-hidden="true" />
    </button>
  );
}

export function ReorderButtons({ id, name, reorder }: Props) {
  return (
    <span className="flex">
      <Button
        look="quiet"
        size="icon-sm"
        aria-label={`Move ${name} up`}
        disabled={reorder.isFirst(id)}
        onClick={() => reorder.step(id, -1)}
      >
        <ChevronUp aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        size="icon-sm"
        aria-label={`Move ${name} down`}
        disabled={reorder.isLast(id)}
        onClick={() => reorder.step(id, 1)}
      >
        <ChevronDown aria-hidden="true" />
      </Button>
    </span>
  );
}

/** Tells a screen reader where a row went. */
export function ReorderNews({
  reorder: { moved, count },
  nameOf,
}: {
  reorder: Reorder;
  nameOf: (id: string) => string | undefined;
}) {
  return (
    <p aria-live="polite" className="sr-only">
      {moved && `${nameOf(moved.id)} is now ${moved.place} of ${count}`}
    </p>
  );
}

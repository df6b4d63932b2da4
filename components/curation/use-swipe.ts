"use client";

import { type PointerEvent, useRef } from "react";

const FAR_ENOUGH = 64;

type Swipe = { onLeft: () => void; onUp: () => void };

/** Swipes to the left and up over an element; the element follows the finger meanwhile. */
export function useSwipe({ onLeft, onUp }: Swipe) {
  const start = useRef<{ x: number; y: number } | null>(null);

  const follow = (element: Element, x: number, y: number) => {
    if (element instanceof HTMLElement) {
      element.style.transform = x || y ? `translate(${Math.min(x, 0)}px, ${Math.min(y, 0)}px)` : "";
    }
  };
  const moved = (event: PointerEvent) => ({
    x: event.clientX - (start.current?.x ?? event.clientX),
    y: event.clientY - (start.current?.y ?? event.clientY),
  });

  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      if (!start.current) return;
      const { x, y } = moved(event);
      const isSideways = Math.abs(x) > Math.abs(y);
      follow(event.currentTarget, isSideways ? x : 0, isSideways ? 0 : y);
    },
    onPointerUp: (event: PointerEvent) => {
      const { x, y } = moved(event);
      start.current = null;
      follow(event.currentTarget, 0, 0);
      if (x < -FAR_ENOUGH && Math.abs(x) > Math.abs(y)) onLeft();
      else if (y < -FAR_ENOUGH && Math.abs(y) > Math.abs(x)) onUp();
    },
    onPointerCancel: (event: PointerEvent) => {
      start.current = null;
      follow(event.currentTarget, 0, 0);
    },
  };
}

"use client";

import { useRef } from "react";
import { formatClock } from "./format-clock";
import { usePlayerClock } from "./use-player-clock";

/** Where the preview stands, or how long it is, written without re-rendering. */
export function PlayerClock({
  show,
  className,
}: {
  show: "position" | "length";
  className?: string;
}) {
  const text = useRef<HTMLSpanElement>(null);
  usePlayerClock(({ seconds, duration }) => {
    const shown = formatClock(show === "position" ? seconds : duration);
    if (text.current && text.current.textContent !== shown) text.current.textContent = shown;
  });
  return (
    <span ref={text} className={className}>
      0:00
    </span>
  );
}

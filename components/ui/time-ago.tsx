"use client";

import { useSyncExternalStore } from "react";
import { ago } from "./moment";

const TICK_MS = 20_000;

function everyTick(notify: () => void) {
  const timer = setInterval(notify, TICK_MS);
  return () => clearInterval(timer);
}

/** How long ago it was, kept true while the page stays open. */
export function TimeAgo({ iso }: { iso: string }) {
  const read = () => ago(new Date(iso), new Date());
  const text = useSyncExternalStore(everyTick, read, read);
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {text}
    </time>
  );
}

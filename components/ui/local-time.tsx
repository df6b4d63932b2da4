"use client";

import { useSyncExternalStore } from "react";
import { clock, clockWithSeconds, day, dayAndClock } from "./moment";

const neverChanges = () => () => {};

const formats = { clock, seconds: clockWithSeconds, day, moment: dayAndClock };

type Props = { iso: string; show: keyof typeof formats };

/** A moment in the reader's own time zone; UTC until the page is alive. */
export function LocalTime({ iso, show }: Props) {
  const format = formats[show];
  const text = useSyncExternalStore(
    neverChanges,
    () => format(new Date(iso)),
    () => format(new Date(iso), "UTC"),
  );
  return <time dateTime={iso}>{text}</time>;
}

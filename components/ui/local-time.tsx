"use client";

import { useSyncExternalStore } from "react";
import { clock, day } from "./moment";

const neverChanges = () => () => {};

type Props = { iso: string; show: "clock" | "day" };

/** A moment in the reader's own time zone; UTC until the page is alive. */
export function LocalTime({ iso, show }: Props) {
  const format = show === "clock" ? clock : day;
  const text = useSyncExternalStore(
    neverChanges,
    () => format(new Date(iso)),
    () => format(new Date(iso), "UTC"),
  );
  return <time dateTime={iso}>{text}</time>;
}

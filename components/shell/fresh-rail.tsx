"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

/** A layout outlives navigation, so the counts of the rail are read again when a board is left. */
export function FreshRail() {
  const path = usePathname();
  const router = useRouter();
  const previousPath = useRef(path);

  const readAgain = useEffectEvent((next: string) => {
    const left = previousPath.current;
    previousPath.current = next;
    if (left !== next && left.startsWith("/curate/")) router.refresh();
  });

  useEffect(() => readAgain(path), [path]);

  return null;
}

"use client";

import { useIsMutating } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

const isBoard = (path: string) => path.startsWith("/curate/");

/**
 * A layout outlives navigation: the rail is read again when a board is left, and once more when
 * the last key presses made there have been answered.
 */
export function FreshRail() {
  const path = usePathname();
  const answering = useIsMutating() > 0;
  const router = useRouter();
  const before = useRef({ path, answering });

  const compare = useEffectEvent((now: typeof before.current) => {
    const left = isBoard(before.current.path) && before.current.path !== now.path;
    const settled = before.current.answering && !now.answering && !isBoard(now.path);
    before.current = now;
    if (left || settled) router.refresh();
  });

  useEffect(() => compare({ path, answering }), [path, answering]);

  return null;
}

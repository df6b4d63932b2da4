"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Board } from "@/lib/curation/board";
import type { RailStyle } from "@/lib/curation/home";

/** Bronze tracks left: the board that is open knows it before the server is asked again. */
export function LeftNow({ slug, week, left }: Pick<RailStyle, "slug" | "week" | "left">) {
  const cache = useQueryClient().getQueryCache();

  const follow = (notify: () => void) =>
    cache.subscribe(({ type }) => {
      if (type === "updated" || type === "observerRemoved") notify();
    });
  const read = () => {
    const board = cache
      .findAll({ queryKey: ["board"], type: "active" })
      .map(({ state }) => state.data)
      .filter(isBoard)
      .find(({ period }) => period.styleSlug === slug && period.week === week.week);
    return board ? board.tracks.filter(({ categoryId }) => categoryId === null).length : left;
  };

  return useSyncExternalStore(follow, read, () => left);
}

const isBoard = (data: unknown): data is Board =>
  typeof data === "object" && data !== null && "period" in data && "tracks" in data;

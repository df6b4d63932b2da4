"use client";

import { useRouter } from "next/navigation";
import { showOverlay } from "@/components/commands/command-overlay";
import type { BoardPage } from "@/lib/curation/board";
import { formatWeek } from "@/lib/curation/week";
import type { WeekContext } from "./week-commands";

export function useWeekContext({ style, previousWeek, nextWeek }: BoardPage): WeekContext {
  const router = useRouter();
  return {
    hasWeekAfter: nextWeek !== null,
    showHelp: () => showOverlay("help"),
    showWeek: (offset) => {
      const week = offset < 0 ? previousWeek : nextWeek;
      if (week) router.push(`/curate/${style.slug}/${formatWeek(week)}`);
    },
  };
}

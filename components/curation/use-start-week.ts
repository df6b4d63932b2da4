"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { startPeriodAction } from "@/lib/curation/actions";
import type { BoardPage } from "@/lib/curation/board";

/** Starts the week of a page; for a started week it asks for what is still missing from Beatport. */
export function useStartWeek({ style, week }: Pick<BoardPage, "style" | "week">) {
  const router = useRouter();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const result = await startPeriodAction({ styleSlug: style.slug, ...week });
      if (!result.ok) throw new Error(result.message);
    },
    onSuccess: async (_started, _input, _result, { client }) => {
      router.refresh();
      await client.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
  return { start: () => mutate(), isStarting: isPending, problem: error?.message ?? null };
}

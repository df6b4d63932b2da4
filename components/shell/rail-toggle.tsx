"use client";

import { PanelLeft } from "lucide-react";
import { useTransition } from "react";
import { tellProblem } from "@/components/ui/toast";
import { setRailAction } from "@/lib/appearance/actions";
import type { Rail } from "@/lib/appearance/theme";

const WORDS_FIT = "(width >= 75rem)";

export function RailToggle() {
  const [, startTransition] = useTransition();

  const toggle = () => {
    const page = document.documentElement.dataset;
    const wide = page.rail ? page.rail === "wide" : window.matchMedia(WORDS_FIT).matches;
    const rail: Rail = wide ? "icons" : "wide";
    page.rail = rail;
    startTransition(async () => {
      const result = await setRailAction({ rail });
      if (!result.ok) tellProblem(result.message);
    });
  };

  return (
    <button
      type="button"
      onClick={toggle}
      className="mt-1.5 flex h-[30px] items-center gap-2.5 rounded-md px-2 text-2xs text-ink-3 hover:bg-hover hover:text-ink folded:justify-center phone:hidden"
    >
      <PanelLeft aria-hidden="true" />
      <span className="folded:hidden">Fold to icons</span>
      <span className="sr-only wide:hidden">Show the words</span>
    </button>
  );
}

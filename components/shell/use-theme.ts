"use client";

import { useOptimistic, useTransition } from "react";
import { tellProblem } from "@/components/ui/toast";
import { setThemeAction } from "@/lib/appearance/actions";
import type { Theme } from "@/lib/appearance/theme";

/** Shows the theme at once and keeps it in a cookie, so that the next page is drawn in it. */
export function useTheme(stored: Theme) {
  const [theme, showTheme] = useOptimistic(stored);
  const [, startTransition] = useTransition();

  const chooseTheme = (next: Theme) => {
    startTransition(async () => {
      showTheme(next);
      paint(next);
      const result = await setThemeAction({ theme: next });
      if (result.ok) return;
      paint(stored);
      tellProblem(result.message);
    });
  };

  return { theme, chooseTheme };
}

function paint(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

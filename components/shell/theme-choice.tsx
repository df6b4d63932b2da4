"use client";

import { Segmented } from "@/components/ui/segmented";
import type { Theme } from "@/lib/appearance/theme";
import { themeNames } from "./theme-names";
import { useTheme } from "./use-theme";

export function ThemeChoice({ stored }: { stored: Theme }) {
  const { theme, chooseTheme } = useTheme(stored);
  return <Segmented label="Theme" value={theme} options={themeNames} onChange={chooseTheme} />;
}

"use client";

import { MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import type { Theme } from "@/lib/appearance/theme";
import { themeNames } from "./theme-names";
import { useTheme } from "./use-theme";

export function ThemeMenu({ stored }: { stored: Theme }) {
  const { theme, chooseTheme } = useTheme(stored);
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme}>
        {themeNames.map(({ value, name }) => (
          <MenuRadioItem key={value} value={value} onSelect={() => chooseTheme(value)}>
            {name}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  );
}

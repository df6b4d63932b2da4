import type { Theme } from "@/lib/appearance/theme";

export const themeNames: readonly { value: Theme; name: string }[] = [
  { value: "system", name: "System" },
  { value: "dark", name: "Dark" },
  { value: "light", name: "Light" },
];

/** `system` follows the device. */
export const themes = ["system", "dark", "light"] as const;
export type Theme = (typeof themes)[number];

/** `auto` shows the rail's words where the screen has room for them. */
export const rails = ["auto", "wide", "icons"] as const;
export type Rail = (typeof rails)[number];

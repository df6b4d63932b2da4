/** The twelve colours of a category, by number from 1; 0 is Trash. Drawn by `--c1` to `--c12`. */
const names = [
  "Coral",
  "Amber",
  "Green",
  "Teal",
  "Blue",
  "Violet",
  "Pink",
  "Lime",
  "Sky",
  "Brick",
  "Indigo",
  "Sand",
] as const;

export const palette = names.map((name, index) => ({ color: index + 1, name }));

export const nameOfColor = (color: number) =>
  palette.find((entry) => entry.color === color)?.name ?? "Neutral";

/** Keys the board keeps for itself, as `KeyboardEvent.key` in lower case. */
export const reservedKeys: ReadonlySet<string> = new Set([
  ..."jkhlugxbst?/[]0",
  " ",
  "arrowup",
  "arrowdown",
  "arrowleft",
  "arrowright",
  "enter",
  "escape",
]);

/** Why a key cannot sort into a category, in words; null when it can. */
export function shortcutProblem(key: string): string | null {
  if (reservedKeys.has(key.toLowerCase())) return "The board uses that key itself.";
  const characters = [...key];
  if (characters.length !== 1) return "Choose a key that types one character.";
  if (/[\s\p{C}]/u.test(key)) return "Choose a key that types something visible.";
  return null;
}

/** Shift or caps lock make no other shortcut of a letter. */
export const normalizeShortcut = (key: string) => key.toLowerCase();

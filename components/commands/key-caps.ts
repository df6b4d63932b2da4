const names: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
};
const macModifiers: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧" };
const otherModifiers: Record<string, string> = { mod: "Ctrl ", alt: "Alt ", shift: "⇧" };

/** What stands on the key cap of a chord: "mod+k" is ⌘K on a Mac and Ctrl K elsewhere. */
export function capOf(chord: string, isMac: boolean): string {
  const modifiers = isMac ? macModifiers : otherModifiers;
  const parts = chord === "+" ? ["+"] : chord.split("+");
  const key = parts.pop() ?? "";
  const cap = names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return parts.map((part) => modifiers[part] ?? "").join("") + cap;
}

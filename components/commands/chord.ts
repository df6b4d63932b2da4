type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey" | "getModifierState"
>;

const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isPrintable = (key: string) => [...key].length === 1;

/** The chord of a key stored as `KeyboardEvent.key`: "W" is typed with Shift, "w" without. */
export function chordOfKey(key: string): string {
  if (key === " ") return "Space";
  if (!isLetter(key)) return key;
  const lower = key.toLowerCase();
  return lower === key ? lower : `shift+${lower}`;
}

/**
 * The chords a key press may stand for, best first: what the key writes, then, on a layout that
 * writes other letters than a-z, what its place on the keyboard is called.
 */
export function chordsOf(event: KeyPress): string[] {
  const chords = [chordOf(event, event.key)];
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (place && isLetter(event.key) && !/^[a-z]$/i.test(event.key)) {
    chords.push(chordOf(event, place.toLowerCase()));
  }
  return chords;
}

function chordOf(event: KeyPress, key: string): string {
  // Some layouts write "[" or "/" with Shift, Option or AltGr: the character is what counts.
  const isSign = isPrintable(key) && !isLetter(key) && key !== " ";
  const typedWithAltGr = isPrintable(key) && event.getModifierState("AltGraph");
  const parts: string[] = [];
  if ((event.metaKey || event.ctrlKey) && !typedWithAltGr) parts.push("mod");
  if (event.altKey && !isSign && !typedWithAltGr) parts.push("alt");
  if (event.shiftKey && !isSign) parts.push("shift");
  parts.push(key === " " ? "Space" : isLetter(key) ? key.toLowerCase() : key);
  return parts.join("+");
}

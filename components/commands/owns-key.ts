import { isMac } from "./use-is-mac";

const textFields =
  "textarea, select, [contenteditable]:not([contenteditable='false']), input:not([type='range'], [type='checkbox'], [type='radio'], [type='button'], [type='submit'])";
const slides = /^(Arrow|Page|Home|End)/;

/**
 * True when the key belongs to the control that has focus: letters to a text field, arrows to a
 * slider, Space to a button, all of them to what says so with `data-owns-keys`.
 */
export function ownsKey(target: EventTarget | null, event: Pick<KeyboardEvent, "key">): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest(`${textFields}, [data-owns-keys]`)) return true;
  if (event.key === " " || event.key === "Enter") {
    return target.closest("button, a, summary, input, [role='button']") !== null;
  }
  return slides.test(event.key) && target.closest("input[type='range']") !== null;
}

/** True when the chord does something in the control that has focus, whatever it does elsewhere. */
export function ownsChord(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (chord === "alt+ArrowDown") return target.closest("select") !== null;
  // from word to word
  const isOfText = isMac() && (chord === "alt+ArrowLeft" || chord === "alt+ArrowRight");
  return isOfText && target.closest(`:is(${textFields}):not(select)`) !== null;
}

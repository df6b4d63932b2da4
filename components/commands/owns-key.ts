const textFields =
  "textarea, select, [contenteditable]:not([contenteditable='false']), input:not([type='range'], [type='checkbox'], [type='radio'], [type='button'], [type='submit'])";
const slides = /^(Arrow|Page|Home|End)/;

/** True when the key belongs to the control that has focus: letters to a text field, arrows to a slider, Space to a button. */
export function ownsKey(target: EventTarget | null, event: Pick<KeyboardEvent, "key">): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest(textFields)) return true;
  if (event.key === " " || event.key === "Enter") {
    return target.closest("button, a, summary, input, [role='button']") !== null;
  }
  return slides.test(event.key) && target.closest("input[type='range']") !== null;
}

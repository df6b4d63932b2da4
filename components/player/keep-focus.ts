import type { MouseEvent, PointerEvent } from "react";

/** For buttons: pressing one with the mouse leaves the focus on the list it is about. */
export const keepFocus = (event: MouseEvent) => event.preventDefault();

let before: Element | null = null;

/** For sliders, which need the focus while they are dragged and give it back afterwards. */
export const giveFocusBack = {
  onPointerDown: (event: PointerEvent) => {
    const { activeElement } = document;
    if (activeElement !== event.currentTarget) before = activeElement;
  },
  onPointerUp: () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  },
};

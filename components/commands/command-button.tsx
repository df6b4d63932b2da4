"use client";

import { Search } from "lucide-react";
import { showOverlay } from "./command-overlay";
import { KeyCap } from "./key-cap";
import { paletteChord } from "./palette-chord";

/** Opens the palette; the key cap says how to do it without the mouse. */
export function CommandButton() {
  return (
    <button
      type="button"
      aria-label="Search commands"
      aria-haspopup="dialog"
      onClick={() => showOverlay("palette")}
      className="flex h-8 items-center gap-2 rounded-md px-1 text-ink-3 hover:text-ink"
    >
      <Search aria-hidden="true" className="md:hidden" />
      <KeyCap chord={paletteChord} className="max-md:hidden" />
    </button>
  );
}

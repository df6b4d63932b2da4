"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { normalizeShortcut } from "@/lib/curation/reserved-keys";
import { keyProblem } from "./key-problem";

type Props = {
  category: string;
  shortcut: string | null;
  /** The other categories of the style. */
  others: readonly { name: string; shortcut: string | null }[];
  onChoose: (shortcut: string | null) => void;
};

const modifiers = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock", "Dead", "Tab"]);

/** Shows the key of a category; pressed, it waits for the next key. Backspace leaves it without one. */
export function KeyCapture({ category, shortcut, others, onChoose }: Props) {
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  const stop = () => {
    setListening(false);
    setProblem(null);
  };

  const hear = (event: KeyboardEvent) => {
    if (!listening || modifiers.has(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop();
    if (event.key === "Backspace" || event.key === "Delete") {
      onChoose(null);
      return stop();
    }
    const found = keyProblem(event.key, others);
    setProblem(found);
    if (found) return;
    onChoose(normalizeShortcut(event.key));
    stop();
  };

  return (
    <span className="relative flex shrink-0 items-center justify-self-center">
      <button
        type="button"
        aria-label={
          listening
            ? `Press the key for ${category}. Backspace for none, Escape to keep it.`
            : `Key of ${category}: ${shortcut ?? "none"}. Change`
        }
        aria-describedby={problem ? problemId : undefined}
        onClick={() => setListening(true)}
        onKeyDown={hear}
        onBlur={stop}
        className="flex h-7 min-w-7 items-center justify-center rounded-sm px-1 hover:bg-hover"
      >
        {listening ? (
          <span className="text-xs whitespace-nowrap text-ink-2">press a key…</span>
        ) : shortcut ? (
          <Kbd look="colored">{shortcut.toUpperCase()}</Kbd>
        ) : (
          <span className="text-xs whitespace-nowrap text-ink-3">no key</span>
        )}
      </button>
      <span
        role="alert"
        id={problemId}
        className="absolute top-full right-0 z-10 mt-1 w-max max-w-64 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-danger shadow-overlay empty:hidden"
      >
        {problem}
      </span>
    </span>
  );
}

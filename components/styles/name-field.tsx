"use client";

import { type KeyboardEvent, useState } from "react";

type Props = { name: string; label: string; onRename: (name: string) => void };

const MAX_LENGTH = 60;

/** A name that can be typed over: Enter or leaving keeps it, Escape takes it back. */
export function NameField({ name, label, onRename }: Props) {
  const [draft, setDraft] = useState<string | null>(null);

  const finish = () => {
    const typed = draft?.trim();
    setDraft(null);
    if (typed && typed !== name) onRename(typed);
  };

  const act = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape") setDraft(null);
  };

  return (
    <input
      aria-label={label}
      value={draft ?? name}
      maxLength={MAX_LENGTH}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={act}
      onBlur={finish}
      className="h-7 w-full min-w-0 rounded-sm border border-transparent bg-transparent px-1.5 font-medium hover:border-line-strong focus:border-edge focus:bg-ground"
    />
  );
}

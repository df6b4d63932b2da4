"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { ColorPicker } from "./color-picker";
import type { DraftCategory } from "./draft-category";
import { KeyCapture } from "./key-capture";

type Props = {
  draft: DraftCategory;
  others: readonly DraftCategory[];
  onChange: (values: Partial<DraftCategory>) => void;
  onRemove: () => void;
};

export function DraftRow({ draft, others, onChange, onRemove }: Props) {
  const name = draft.name.trim() || "the new category";
  return (
    <li
      style={{ "--k": `var(--c${draft.color})` }}
      className="flex items-center gap-2 border-b py-1.5"
    >
      <ColorPicker category={name} color={draft.color} onChoose={(color) => onChange({ color })} />
      <Input
        aria-label={`Name of ${name}`}
        value={draft.name}
        placeholder="Name"
        maxLength={60}
        onChange={(event) => onChange({ name: event.target.value })}
        className="h-7 flex-1 border-transparent bg-transparent px-1.5 font-medium hover:border-line-strong focus:border-edge"
      />
      <KeyCapture
        category={name}
        shortcut={draft.shortcut}
        others={others}
        onChoose={(shortcut) => onChange({ shortcut })}
      />
      <Button look="quiet" size="icon-sm" aria-label={`Leave out ${name}`} onClick={onRemove}>
        <X aria-hidden="true" />
      </Button>
    </li>
  );
}

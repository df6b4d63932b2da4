"use client";

import { Command } from "cmdk";
import { useRef } from "react";
import { chordOfKey } from "@/components/commands/chord";
import { KeyCap } from "@/components/commands/key-cap";
import { Dialog } from "@/components/ui/dialog";
import type { Category } from "@/lib/curation/board";

type Props = {
  categories: readonly Category[];
  onPick: (category: Category) => void;
  onClose: () => void;
};

/** A category by the first letters of its name; on a phone a list to tap. */
export default function CategoryPicker({ categories, onPick, onClose }: Props) {
  const picked = useRef<Category | null>(null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      // The press belongs to the focused track, so the focus goes back first.
      onClosed={() => picked.current && onPick(picked.current)}
      title="Sort into"
      titleHidden
      className="w-[min(22rem,calc(100vw-2rem))]"
    >
      <Command label="Categories" loop className="flex min-h-0 flex-col">
        <Command.Input
          placeholder="Category"
          className="h-11 shrink-0 border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-3"
        />
        <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3 py-6 text-ink-2">No category has that name.</Command.Empty>
          {categories
            .filter(({ archived }) => !archived)
            .map((category) => (
              <Command.Item
                key={category.id}
                value={category.id}
                keywords={[category.name]}
                onSelect={() => {
                  picked.current = category;
                  onClose();
                }}
                style={{ "--k": `var(--c${category.color})` }}
                className="flex h-9 cursor-default items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-line phone:h-12"
              >
                <span className="size-2.5 rounded-[3px] bg-(--k)" />
                <span className="min-w-0 flex-1 truncate">{category.name}</span>
                {category.shortcut !== null && <KeyCap chord={chordOfKey(category.shortcut)} />}
              </Command.Item>
            ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

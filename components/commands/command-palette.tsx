"use client";

import { Command } from "cmdk";
import { useRef } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { ReadyCommand } from "./command";
import { groupCommands } from "./group-commands";
import { KeyCap } from "./key-cap";

type Props = { commands: readonly ReadyCommand[]; onClose: () => void };

/** Every command that can act now, found by typing. */
export default function CommandPalette({ commands, onClose }: Props) {
  const groups = groupCommands(
    commands.filter(({ enabled, id }) => enabled && id !== "app.palette"),
  );
  const chosen = useRef<(() => void) | null>(null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      // A command acts on what has the focus, so the focus goes back first.
      onClosed={() => chosen.current?.()}
      title="Commands"
      titleHidden
    >
      <Command label="Commands" loop className="flex min-h-0 flex-col">
        <Command.Input
          placeholder="What would you like to do?"
          className="h-11 shrink-0 border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-3"
        />
        <Command.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-1.5">
          <Command.Empty className="px-3 py-6 text-ink-2">No command has that name.</Command.Empty>
          {groups.map(({ group, commands: members }) => (
            <Command.Group
              key={group}
              heading={group}
              className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-3"
            >
              {members.map(({ id, title, keys, run }) => (
                <Command.Item
                  key={id}
                  value={id}
                  keywords={[title, group]}
                  onSelect={() => {
                    chosen.current = run;
                    onClose();
                  }}
                  className="flex h-9 cursor-default items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-line"
                >
                  <span className="min-w-0 flex-1 truncate">{title}</span>
                  <span className="flex gap-1">
                    {keys.slice(0, 2).map((chord) => (
                      <KeyCap key={chord} chord={chord} />
                    ))}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

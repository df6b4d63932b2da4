"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReadyCommand } from "./command";
import { showOverlay } from "./command-overlay";
import { groupCommands } from "./group-commands";
import { KeyCap } from "./key-cap";

type Props = { commands: readonly ReadyCommand[]; onClose: () => void };

/** All keys of the page, from the same records that bind them. */
export default function ShortcutsHelp({ commands, onClose }: Props) {
  const groups = groupCommands(commands.filter(({ keys }) => keys.length > 0));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="All keys"
      className="w-[min(46rem,calc(100vw-2rem))]"
    >
      <div className="min-h-0 overflow-y-auto p-4">
        <div className="gap-10 md:columns-2">
          {groups.map(({ group, commands: members }) => (
            <section key={group} className="mb-4 break-inside-avoid">
              <h3 className="pb-1 text-2xs text-ink-3">{group}</h3>
              <dl>
                {members.map(({ id, title, keys }) => (
                  <div key={id} className="flex min-h-7 items-center justify-between gap-4">
                    <dt className="text-ink-2">{title}</dt>
                    <dd className="flex gap-1">
                      {keys.map((chord) => (
                        <KeyCap key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <div className="flex items-center gap-3 border-t pt-3 text-ink-2">
          <p className="flex-1">Single keys act while the board has focus.</p>
          <Button size="sm" onClick={() => showOverlay("palette")}>
            Search commands
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

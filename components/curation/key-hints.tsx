"use client";

import type { Command } from "@/components/commands/command";
import { KeyCap } from "@/components/commands/key-cap";

export type Hint = { commands: readonly string[]; word: string };

type Props = { commands: readonly Pick<Command<never>, "id" | "keys">[]; hints: readonly Hint[] };

/** What a few keys do, in a word each; the keys come from the commands themselves. */
export function KeyHints({ commands, hints }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-3 phone:hidden">
      {hints.map(({ commands: ids, word }) => (
        <span key={word} className="flex items-center gap-1.5">
          {ids.map((id) => {
            const chord = commands.find((command) => command.id === id)?.keys[0];
            return chord && <KeyCap key={id} chord={chord} />;
          })}
          {word}
        </span>
      ))}
    </p>
  );
}

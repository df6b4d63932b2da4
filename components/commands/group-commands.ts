import type { ReadyCommand } from "./command";

export type CommandGroup = { group: string; commands: ReadyCommand[] };

/** In the order in which the groups first appear. */
export function groupCommands(commands: readonly ReadyCommand[]): CommandGroup[] {
  const groups = new Map<string, ReadyCommand[]>();
  for (const command of commands) {
    const known = groups.get(command.group);
    if (known) known.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups].map(([group, members]) => ({ group, commands: members }));
}

import { expect, test } from "vitest";
import { rowCommands, ruleSetCommands, saveCommands, undoCommands } from "./rule-commands";

test("no two commands of a rule set share a key or an id", () => {
  const commands = [...rowCommands, ...ruleSetCommands, ...undoCommands, ...saveCommands];
  for (const names of [commands.flatMap(({ keys }) => keys), commands.map(({ id }) => id)]) {
    expect(names).toEqual([...new Set(names)]);
  }
});

import { expect, test } from "vitest";
import { gatheredCommands, sourceCommands } from "./source-commands";

test.each([
  ["sources", sourceCommands],
  ["gathered tracks", gatheredCommands],
])("no two commands of %s share a key", (_, commands) => {
  const keys = commands.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

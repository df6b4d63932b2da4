import { expect, test } from "vitest";
import { rowCommands, tabCommands } from "./library-commands";

test("no two commands of the library share a key or an id", () => {
  const commands = [...rowCommands, ...tabCommands];
  for (const names of [commands.flatMap(({ keys }) => keys), commands.map(({ id }) => id)]) {
    expect(names).toEqual([...new Set(names)]);
  }
});

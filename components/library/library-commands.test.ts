import { expect, test } from "vitest";
import { personalProviders } from "@/lib/connections/provider";
import { rowCommands, tabCommands } from "./library-commands";

test.each(personalProviders)("no two commands of a %s library share a key or an id", (provider) => {
  const commands = [...rowCommands, ...tabCommands[provider]];
  for (const names of [commands.flatMap(({ keys }) => keys), commands.map(({ id }) => id)]) {
    expect(names).toEqual([...new Set(names)]);
  }
});

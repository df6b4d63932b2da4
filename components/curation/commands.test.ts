import { expect, test } from "vitest";
import type { Command } from "@/components/commands/command";
import { reservedKeys } from "@/lib/curation/reserved-keys";
import { bronzeCommands, categoryCommands, stageCommands } from "./board-commands";
import { reviewCommands } from "./review-commands";
import { makeBoard } from "./testing/make-board";

const categories = categoryCommands(makeBoard([]).categories);
const keysOf = (commands: readonly Pick<Command<never>, "keys">[]) =>
  commands.flatMap(({ keys }) => keys);
const idsOf = (commands: readonly Pick<Command<never>, "id">[]) => commands.map(({ id }) => id);

const bronze = [...stageCommands, ...bronzeCommands];
const review = [...stageCommands, ...reviewCommands];

test.each([
  ["Bronze", keysOf([...categories, ...bronze])],
  ["the review", keysOf([...categories, ...review])],
])("no two commands of %s share a key", (_stage, keys) => {
  expect(keys).toEqual([...new Set(keys)]);
});

test("no category can be given a key the board needs", () => {
  const taken = keysOf([...bronze, ...review]).filter((chord) => [...chord].length === 1);
  expect(taken.filter((chord) => !reservedKeys.has(chord))).toEqual([]);
});

test("every command has an id of its own", () => {
  for (const commands of [bronze, review]) {
    const ids = idsOf(commands);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test("archived categories answer to no key", () => {
  const [first] = makeBoard([]).categories;
  expect(first && categoryCommands([{ ...first, archived: true }])).toEqual([]);
});

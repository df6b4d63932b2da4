import { expect, test } from "vitest";
import { activityCommands } from "./activity-commands";

test("no two commands of the activity share a key or an id", () => {
  for (const names of [
    activityCommands.flatMap(({ keys }) => keys),
    activityCommands.map(({ id }) => id),
  ]) {
    expect(names).toEqual([...new Set(names)]);
  }
});

import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { sourceHash } from "./build.mjs";
import { temporaryFolder } from "./isolation.mjs";

const { folder, remove } = temporaryFolder("sources");
afterAll(remove);

const write = (file: string, content: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), content);
};
const hash = () => sourceHash(folder, ["app", "lib", "inngest", "next.config.ts"]);

test("a build is made again when a source changes, moves or appears, and only then", () => {
  write("app/page.tsx", "one");
  write("lib/board.ts", "two");
  const before = hash();
  expect(hash()).toBe(before);

  write("lib/board.ts", "changed");
  const changed = hash();
  expect(changed).not.toBe(before);
  write("lib/board.ts", "two");
  expect(hash()).toBe(before);

  write("lib/lane.ts", "");
  expect(hash()).not.toBe(before);
  fs.rmSync(path.join(folder, "lib/lane.ts"));

  fs.renameSync(path.join(folder, "lib/board.ts"), path.join(folder, "lib/boards.ts"));
  expect(hash()).not.toBe(before);
});

test("tests and the engine are no part of the pages", () => {
  const before = hash();
  write("lib/board.test.ts", "test");
  write("lib/testing/env.ts", "test");
  write("inngest/engine/main.ts", "engine");
  expect(hash()).toBe(before);
});

import { expect, test } from "vitest";
import { slots } from "./slots";

test("never runs more bodies than there are slots, and runs all of them in order", async () => {
  const inSlot = slots(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const finished = await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      inSlot(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual(finished);
});

test("a body that fails frees its slot", async () => {
  const inSlot = slots(1);
  await expect(inSlot(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(inSlot(() => Promise.resolve("next"))).resolves.toBe("next");
});

test("owners take turns: a flood of one does not keep another waiting", async () => {
  const inSlot = slots(1);
  const started: string[] = [];
  const run = (owner: string, name: string) =>
    inSlot(async () => {
      started.push(name);
      await Promise.resolve();
    }, owner);
  const flood = Array.from({ length: 5 }, (_, index) => run("flood", `flood ${index}`));
  const others = [run("mira", "mira 0"), run("mira", "mira 1"), run("jonas", "jonas 0")];
  await Promise.all([...flood, ...others]);
  expect(started).toEqual([
    "flood 0",
    "flood 1",
    "mira 0",
    "jonas 0",
    "flood 2",
    "mira 1",
    "flood 3",
    "flood 4",
  ]);
});

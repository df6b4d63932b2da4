import { expect, test } from "vitest";
import { remember } from "./remember";

function counted() {
  let time = 0;
  let readings = 0;
  const read = remember(
    1000,
    async () => {
      readings += 1;
      return readings;
    },
    () => time,
  );
  return {
    read,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test("however many ask at once, one reading is made", async () => {
  const { read } = counted();
  expect(await Promise.all(Array.from({ length: 50 }, read))).toEqual(Array(50).fill(1));
});

test("a reading is kept for its time and no longer", async () => {
  const { read, pass } = counted();
  await read();
  pass(999);
  expect(await read()).toBe(1);
  pass(1);
  expect(await read()).toBe(2);
});

test("a reading that failed is not kept", async () => {
  let fails = true;
  const read = remember(1000, async () => {
    if (fails) throw new Error("down");
    return "up";
  });
  await expect(read()).rejects.toThrow("down");
  fails = false;
  expect(await read()).toBe("up");
});

import { expect, test } from "vitest";
import { freeColor, freeKey } from "./free-choice";

const entry = (color: number, shortcut: string | null) => ({ color, shortcut });

test("offers the first colour and key nobody has", () => {
  const taken = [entry(1, "1"), entry(2, "a"), entry(4, "2")];
  expect(freeColor(taken)).toBe(3);
  expect(freeKey(taken)).toBe("3");
});

test("offers the least used colour when all are taken, and no key when the digits are", () => {
  const all = Array.from({ length: 12 }, (_, index) => entry(index + 1, String(index + 1)));
  expect(freeColor([...all, ...all.filter(({ color }) => color !== 7)])).toBe(7);
  expect(freeKey(all)).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { outboxOf } from "./outbox";
import type { Press } from "./press";

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}

const move = (key: string): Press => ({ kind: "move", key, trackIds: ["t"], categoryId: "c" });

test("what was not answered is there for the next visit, in the order of the keys", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.nat(30), (keys, answered) => {
      const store = memory();
      const visit = outboxOf("period", store);
      for (const key of keys) visit.add(move(key), 1_000);
      for (const key of keys.slice(0, answered)) visit.remove(key);
      expect(outboxOf("period", store).list()).toEqual(keys.slice(answered).map(move));
    }),
  );
});

test("presses of a later visit come after those of an earlier one", () => {
  const store = memory();
  outboxOf("period", store).add(move("b"), 1_000);
  outboxOf("period", store).add(move("a"), 2_000);
  expect(outboxOf("period", store).list()).toEqual([move("b"), move("a")]);
});

test("a press is kept once, and each period has its own", () => {
  const store = memory();
  const outbox = outboxOf("one", store);
  outbox.add(move("k"), 1);
  outbox.add(move("k"), 2);
  expect(outbox.list()).toHaveLength(1);
  expect(outboxOf("two", store).list()).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { storeOver } from "@/components/ui/browser-store";
import { memoryStorage } from "@/components/ui/testing/memory-storage";
import { outboxOf } from "./outbox";
import type { Press } from "./press";

function kept() {
  const storage = memoryStorage();
  return storeOver(() => storage);
}

const move = (key: string): Press => ({ kind: "move", key, trackIds: ["t"], categoryId: "c" });

test("what was not answered is there for the next visit, in the order of the keys", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.nat(30), (keys, answered) => {
      const store = kept();
      const visit = outboxOf("period", store);
      for (const key of keys) visit.add(move(key), 1_000);
      for (const key of keys.slice(0, answered)) visit.remove(key);
      expect(outboxOf("period", store).list()).toEqual(keys.slice(answered).map(move));
    }),
  );
});

test("presses of a later visit come after those of an earlier one", () => {
  const store = kept();
  outboxOf("period", store).add(move("b"), 1_000);
  outboxOf("period", store).add(move("a"), 2_000);
  expect(outboxOf("period", store).list()).toEqual([move("b"), move("a")]);
});

test("what is no press is not sent", () => {
  const storage = memoryStorage();
  storage.setItem("clouder.press.period.000000000000001.000001.a", "{half");
  storage.setItem(
    "clouder.press.period.000000000000002.000001.b",
    JSON.stringify({ kind: "gone", key: "b" }),
  );
  const outbox = outboxOf(
    "period",
    storeOver(() => storage),
  );
  outbox.add(move("c"), 3);
  expect(outbox.list()).toEqual([move("c")]);
});

test("a press is kept once, and each period has its own", () => {
  const store = kept();
  const outbox = outboxOf("one", store);
  outbox.add(move("k"), 1);
  outbox.add(move("k"), 2);
  expect(outbox.list()).toHaveLength(1);
  expect(outboxOf("two", store).list()).toEqual([]);
});

import { expect, test } from "vitest";
import { storeOver } from "./browser-store";
import { memoryStorage } from "./testing/memory-storage";

const blocked = () => {
  throw new DOMException("denied", "SecurityError");
};

test("what is kept is there for the next visit", () => {
  const storage = memoryStorage();
  storeOver(() => storage).keep("a", "1");
  const next = storeOver(() => storage);
  expect(next.text("a")).toBe("1");
  expect(next.names()).toEqual(["a"]);
  next.forget("a");
  expect(storeOver(() => storage).text("a")).toBeNull();
});

test.each([
  ["is full", () => storeOver(() => full)],
  ["is told to keep nothing", () => storeOver(blocked)],
])("a browser that %s still keeps it until the page is left", (_why, open) => {
  const store = open();
  store.keep("a", '{"n":1}');
  store.keep("b", "2");
  expect(store.json("a")).toEqual({ n: 1 });
  expect(store.names()).toEqual(["a", "b"]);
  store.forget("a");
  expect(store.text("a")).toBeNull();
  expect(store.names()).toEqual(["b"]);
});

const full = memoryStorage({ room: 0 });

test("where there is no room for the newest, the one before it does not come back", () => {
  const storage = memoryStorage({ room: 3 });
  const store = storeOver(() => storage);
  store.keep("a", "old");
  store.keep("a", "newest");
  expect(store.text("a")).toBe("newest");
  store.keep("a", "new");
  expect(storage.getItem("a")).toBe("new");
});

test("what is not JSON reads as nothing", () => {
  const store = storeOver(() => memoryStorage());
  expect(store.json("none")).toBeNull();
  const storage = memoryStorage();
  storage.setItem("a", "{half");
  expect(storeOver(() => storage).json("a")).toBeNull();
});

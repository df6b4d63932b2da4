import type { Press } from "./press";

type Store = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

const prefixOf = (periodId: string) => `clouder.press.${periodId}.`;

/** Sorts as text in the order of the presses, also over several visits. */
const addressOf = (periodId: string, press: Press, at: number, count: number) =>
  `${prefixOf(periodId)}${String(at).padStart(15, "0")}.${String(count).padStart(6, "0")}.${press.key}`;

/**
 * Presses that were made and are not answered yet, kept by the browser: a reload or a closed tab
 * loses none. Sending one again is harmless, its key makes it the same press.
 */
export function outboxOf(periodId: string, store: Store) {
  let count = 0;

  const addresses = () =>
    Array.from({ length: store.length }, (_, index) => store.key(index))
      .filter((name) => name?.startsWith(prefixOf(periodId)))
      .flatMap((name) => name ?? [])
      .sort();

  return {
    add(press: Press, at: number) {
      if (addresses().some((name) => name.endsWith(press.key))) return;
      count += 1;
      store.setItem(addressOf(periodId, press, at, count), JSON.stringify(press));
    },
    remove(key: string) {
      for (const name of addresses()) if (name.endsWith(key)) store.removeItem(name);
    },
    /** In the order they were made. */
    list: (): Press[] => addresses().map((name) => JSON.parse(store.getItem(name) ?? "null")),
  };
}

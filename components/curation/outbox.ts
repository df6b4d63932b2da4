import type { BrowserStore } from "@/components/ui/browser-store";
import { isPress, type Press } from "./press";

const prefixOf = (periodId: string) => `clouder.press.${periodId}.`;

/** Sorts as text in the order of the presses, also over several visits. */
const addressOf = (periodId: string, press: Press, at: number, count: number) =>
  `${prefixOf(periodId)}${String(at).padStart(15, "0")}.${String(count).padStart(6, "0")}.${press.key}`;

/**
 * Presses that were made and are not answered yet, kept by the browser: a reload or a closed tab
 * loses none. Sending one again is harmless, its key makes it the same press.
 */
export function outboxOf(periodId: string, store: BrowserStore) {
  let count = 0;

  const addresses = () =>
    store
      .names()
      .filter((name) => name.startsWith(prefixOf(periodId)))
      .sort();

  return {
    add(press: Press, at: number) {
      if (addresses().some((name) => name.endsWith(press.key))) return;
      count += 1;
      store.keep(addressOf(periodId, press, at, count), JSON.stringify(press));
    },
    remove(key: string) {
      for (const name of addresses()) if (name.endsWith(key)) store.forget(name);
    },
    /** In the order they were made. */
    list: (): Press[] =>
      addresses()
        .map((name) => store.json(name))
        .filter(isPress),
  };
}

import type { Db } from "@/db/handle";

export class Crash extends Error {}

/** A database whose process dies at the given transaction, before it is begun. */
export function dyingAt<Handle extends Db>(db: Handle, count: number) {
  let left = count;
  const mortal = new Proxy(db, {
    get(target, key, receiver) {
      if (key === "transaction") {
        left -= 1;
        if (left < 0) throw new Crash();
      }
      return Reflect.get(target, key, receiver);
    },
  });
  return { mortal, survived: () => left > 0 };
}

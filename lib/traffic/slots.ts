/**
 * Runs at most `size` bodies at a time. Owners take turns, so that one with many bodies does not
 * keep others waiting; each owner's bodies start in the order they came.
 */
export function slots(size: number) {
  /** In the order of their turns. */
  const queues = new Map<string, (() => void)[]>();
  let free = size;

  function takeTurn() {
    const [first] = queues;
    if (!first) return null;
    const [owner, [next, ...others]] = first;
    queues.delete(owner);
    if (others.length > 0) queues.set(owner, others);
    return next;
  }

  return async function inSlot<T>(body: () => Promise<T>, owner = ""): Promise<T> {
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((start) => {
        queues.set(owner, [...(queues.get(owner) ?? []), start]);
      });
    }
    try {
      return await body();
    } finally {
      const start = takeTurn();
      if (start) start();
      else free += 1;
    }
  };
}

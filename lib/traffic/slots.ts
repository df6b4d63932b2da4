/** Runs at most `size` bodies at a time, in the order they came. */
export function slots(size: number) {
  const queue: (() => void)[] = [];
  let free = size;

  return async function inSlot<T>(body: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await body();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}

import "server-only";
import type { Db } from "@/db/handle";
import type { Sync } from "./begin-sync";
import type { LibraryPart } from "./part";
import { reportPart } from "./report-part";

/** Who watches sees no more; what is read in between is told together. */
const TOLD_EVERY_MS = 250;

export type Teller = ReturnType<typeof createTeller>;

/**
 * Tells parts and the job how far they are, one telling at a time: what is read meanwhile is told
 * together. What went wrong with it, such as that the job is another run's, is thrown by `settle`.
 */
export function createTeller(db: Db, sync: Sync) {
  const untold = new Map<LibraryPart, number>();
  let telling: Promise<void> | null = null;
  let failure: { error: unknown } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let nextAt = 0;

  async function tellAll() {
    for (const part of [...untold.keys()]) {
      const requests = untold.get(part) ?? 0;
      untold.delete(part);
      await db.transaction((tx) => reportPart(tx, sync, { part, requests }));
    }
  }
  function begin() {
    if (timer) clearTimeout(timer);
    timer = null;
    nextAt = performance.now() + TOLD_EVERY_MS;
    telling ??= tellAll()
      .catch((error: unknown) => {
        failure = { error };
      })
      .finally(() => {
        telling = null;
      });
    return telling;
  }

  return {
    get failed() {
      return failure !== null;
    },
    /** Requests of the part were answered, and what they brought is kept. */
    tell(part: LibraryPart, { requests }: { requests: number }) {
      untold.set(part, (untold.get(part) ?? 0) + requests);
      if (failure) return;
      timer ??= setTimeout(() => void begin(), Math.max(0, nextAt - performance.now()));
    },
    /** Waits until all is told; answers whether there was anything left to tell. */
    async settle(): Promise<boolean> {
      let told = false;
      for (; !failure && (telling || untold.size > 0); told = true) await begin();
      if (failure) throw failure.error;
      return told;
    },
  };
}

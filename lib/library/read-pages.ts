import "server-only";
import type { Db } from "@/db/handle";
import { waitJob } from "@/db/queries/jobs";
import { type DuePage, listDuePages, nextPageAt } from "@/db/queries/sync-pages";
import { markSyncRunning, markSyncWaiting } from "@/db/queries/sync-runs";
import { waitWords } from "@/lib/jobs/wait-words";
import { type AskLibrary, askLibrary } from "./ask-library";
import type { Sync } from "./begin-sync";
import { reportTrouble } from "./report-trouble";
import { storePage } from "./store-page";

/** Pages under way at a time; how many requests are is the governor's decision. */
const AT_A_TIME = 12;
/** Pages that are looked up together. */
const LOOK_AHEAD = 2 * AT_A_TIME;
/** A step begins no page after so long; what it read is kept page by page. */
const STEP_MS = 5_000;

type Reading = {
  more: boolean;
  /** When it is worth going on, an ISO string; null for at once. */
  waitUntil: string | null;
};

/** Reads pages of a library for a while, in the order of its parts; those that have to wait are left. */
export async function readPages(db: Db, sync: Sync): Promise<Reading> {
  await markSyncRunning(db, sync);
  await readWhatIsDue(db, sync);

  const { syncId } = sync;
  const nextAt = await nextPageAt(db, { syncId });
  if (nextAt === null) return { more: false, waitUntil: null };
  const until = new Date(nextAt);
  if (until <= new Date()) return { more: true, waitUntil: null };
  await db.transaction(async (tx) => {
    await markSyncWaiting(tx, sync);
    await waitJob(tx, {
      kind: "sync",
      subjectId: syncId,
      runId: sync.runId,
      until,
      message: waitWords(sync),
    });
  });
  return { more: true, waitUntil: until.toISOString() };
}

async function readWhatIsDue(db: Db, sync: Sync): Promise<void> {
  const { syncId } = sync;
  const endsAt = Date.now() + STEP_MS;
  const ask = askLibrary(db, sync);
  const underWay = new Map<number, Promise<void>>();
  const failures: unknown[] = [];
  let due: DuePage[] = [];

  for (;;) {
    const goesOn = Date.now() < endsAt && failures.length === 0;
    const free = goesOn ? AT_A_TIME - underWay.size : 0;
    if (due.length === 0 && free > 0) {
      due = await listDuePages(db, { syncId, except: [...underWay.keys()], limit: LOOK_AHEAD });
    }
    for (const page of due.splice(0, free)) {
      const reading = readPage(db, sync, page, ask).then(
        () => {},
        (error: unknown) => void failures.push(error),
      );
      underWay.set(
        page.id,
        reading.finally(() => underWay.delete(page.id)),
      );
    }
    if (underWay.size === 0) break;
    await Promise.race(underWay.values());
  }
  if (failures.length > 0) throw failures[0];
}

async function readPage(db: Db, sync: Sync, page: DuePage, ask: AskLibrary): Promise<void> {
  const [asked] = await Promise.allSettled([ask(page)]);
  if (asked.status === "fulfilled") await storePage(db, sync, page, asked.value);
  else await reportTrouble(db, sync, page, asked.reason);
}

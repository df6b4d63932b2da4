import "server-only";
import type { Db } from "@/db/handle";
import { waitJob } from "@/db/queries/jobs";
import { type DuePage, listDuePages, nextPageAt } from "@/db/queries/sync-pages";
import { listSyncParts, markSyncRunning, markSyncWaiting } from "@/db/queries/sync-runs";
import { waitWords } from "@/lib/jobs/wait-words";
import { type AskLibrary, askLibrary } from "./ask-library";
import type { Sync } from "./begin-sync";
import type { SyncStatus } from "./part";
import { createTeller, type Teller } from "./part-teller";
import { reportTrouble } from "./report-trouble";
import { storePage } from "./store-page";

/** Pages that are asked for or kept at a time; how many requests are is the governor's decision. */
const AT_A_TIME = 24;
/** Pages that are looked up together. */
const LOOK_AHEAD = 2 * AT_A_TIME;
/** A step begins no page after so long; what it read is kept page by page. */
const STEP_MS = 5_000;

const OPEN: ReadonlySet<SyncStatus> = new Set(["pending", "running", "waiting"]);

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
  let nextAt = await nextPageAt(db, { syncId });
  if (nextAt === null) {
    await tellOpenParts(db, sync);
    nextAt = await nextPageAt(db, { syncId });
  }
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
  const teller = createTeller(db, sync);
  const kept = new Set<string>();
  let due: DuePage[] = [];

  for (;;) {
    const goesOn = Date.now() < endsAt && failures.length === 0 && !teller.failed;
    const free = goesOn ? AT_A_TIME - underWay.size : 0;
    if (due.length === 0 && free > 0) {
      due = await listDuePages(db, { syncId, except: [...underWay.keys()], limit: LOOK_AHEAD });
    }
    for (const page of due.splice(0, free)) {
      const reading = readPage(db, sync, page, { ask, teller, kept }).then(
        () => {},
        (error: unknown) => void failures.push(error),
      );
      underWay.set(
        page.id,
        reading.finally(() => underWay.delete(page.id)),
      );
    }
    if (underWay.size > 0) await Promise.race(underWay.values());
    // what is told may want the proof that nothing moved, which is a page to read
    else if (!(await teller.settle())) break;
  }
  if (failures.length > 0) throw failures[0];
}

async function readPage(
  db: Db,
  sync: Sync,
  page: DuePage,
  { ask, teller, kept }: { ask: AskLibrary; teller: Teller; kept: Set<string> },
): Promise<void> {
  const [asked] = await Promise.allSettled([ask(page)]);
  if (asked.status === "rejected") return reportTrouble(db, sync, page, asked.reason);
  await storePage(db, sync, page, asked.value, kept);
  teller.tell(page.part, { requests: 1 });
}

/** All is read. A run that was killed may have kept what it did not come to tell. */
async function tellOpenParts(db: Db, sync: Sync): Promise<void> {
  const teller = createTeller(db, sync);
  const parts = await listSyncParts(db, sync);
  const open = parts.filter(({ status }) => OPEN.has(status));
  for (const { part } of open) teller.tell(part, { requests: 0 });
  await teller.settle();
}

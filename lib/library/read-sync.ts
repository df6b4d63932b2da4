import "server-only";
import type { Db } from "@/db/handle";
import type { OwnLibrary } from "@/db/queries/library-pages";
import { findNextSync, listRunParts, listRuns } from "@/db/queries/library-runs";
import type { Library, SyncView } from "./library-view";

const RUNS_SHOWN = 6;

/** The newest sync of a library part by part, and how the ones before it went. */
export async function readSync(
  db: Db,
  { provider, status, ...own }: OwnLibrary & Pick<Library, "provider" | "status">,
): Promise<SyncView> {
  const [runs, nextAt] = await Promise.all([
    listRuns(db, { ...own, limit: RUNS_SHOWN }),
    findNextSync(db, own),
  ]);
  const [newest, ...earlier] = runs;
  const parts = newest ? await listRunParts(db, { ...own, runId: newest.id }) : [];
  const run = newest ? { ...newest, parts } : null;
  return { provider, connected: status, run, earlier, nextAt };
}

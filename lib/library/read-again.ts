import "server-only";
import type { Db } from "@/db/handle";
import { tellJob } from "@/db/queries/jobs";
import { type ListOf, type ListState, restartList } from "@/db/queries/sync-lists";
import { lockPart } from "@/db/queries/sync-parts";
import type { Sync } from "./begin-sync";
import { partWords } from "./part-words";

const MOST_READINGS = 3;

export type ReadList = ListOf & {
  state: ListState;
  /** Pages behind the one that was read last. */
  ahead: readonly string[];
};

/** Whether as many rows arrived as every page said that there are. */
export const isWholeByCount = ({ stored, leastTotal, mostTotal }: ListState) =>
  leastTotal === mostTotal && (mostTotal === null || stored === mostTotal);

/** Begins a list anew that moved while it was read. False when it was tried often enough. */
export async function readAgain(
  db: Db,
  sync: Sync,
  { state, ...list }: ListOf & { state: Pick<ListState, "reading"> },
  version: string | null,
): Promise<boolean> {
  if (state.reading >= MOST_READINGS) return false;
  const { syncId, part, subject } = list;
  await restartList(db, { syncId, part, subject, version });
  await lockPart(db, { syncId, part });
  await tellJob(db, {
    kind: "sync",
    subjectId: sync.syncId,
    runId: sync.runId,
    level: "warning",
    message: `${partWords(part, sync.provider)}: a list changed while it was read. It is read again.`,
  });
  return true;
}

/** What is to be said of a list that never held still. */
export const unsteady = ({ stored, mostTotal }: Pick<ListState, "stored" | "mostTotal">) =>
  mostTotal === null || stored === mostTotal
    ? "A list changed each time it was read."
    : `A list showed ${stored} rows where ${mostTotal} were counted.`;

import "server-only";
import type { Db } from "@/db/handle";
import { beginJob } from "@/db/queries/jobs";
import { dropFetches, lockSource, type StoredSource } from "@/db/queries/sources";
import type { OwnSource } from "./source";

/** What a run of a fetch knows all along. */
export type Fetch = OwnSource &
  Pick<StoredSource, "kind" | "subject" | "connectionId" | "provider" | "maxAgeMinutes"> & {
    runId: string;
    /** The number under which its tracks are kept. */
    edition: number;
  };

export const jobOf = ({ sourceId, runId }: Pick<Fetch, "sourceId" | "runId">) =>
  ({ kind: "source", subjectId: sourceId, runId }) as const;

/** Takes up a fetch; what one that broke off left behind goes. Null when there is nothing to do. */
export async function beginFetch(
  db: Db,
  { runId, ...own }: OwnSource & { runId: string },
): Promise<Fetch | null> {
  return db.transaction(async (tx) => {
    const source = await lockSource(tx, own);
    if (source?.status !== "fetching") return null;
    await beginJob(tx, { ...jobOf({ ...own, runId }), phase: "Looking what is there" });
    await dropFetches(tx, { ...own, kept: source.edition });
    const { kind, subject, connectionId, provider, maxAgeMinutes } = source;
    const held = { kind, subject, connectionId, provider, maxAgeMinutes };
    return { ...own, runId, ...held, edition: source.edition + 1 };
  });
}

import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import { lockSource } from "@/db/queries/sources";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { AppError } from "@/lib/errors";
import { NOBODY_TO_ASK } from "./begin-enrichment";
import { noSuchSource } from "./no-such-source";
import type { OwnSource } from "./source";

/** Asks for enrichers to be asked about what a source holds; `enrichment/requested` is to be sent. */
export async function requestEnrichment(db: Db, own: OwnSource): Promise<void> {
  if (enrichersInUse().length === 0) {
    throw new AppError("CONFLICT", NOBODY_TO_ASK);
  }
  await db.transaction(async (tx) => {
    const source = await lockSource(tx, own);
    if (!source) throw noSuchSource();
    if (source.edition === 0) throw new AppError("CONFLICT", "That source was not fetched yet.");
    const { sourceId: subjectId, userId } = own;
    await openJob(tx, { kind: "enrichment", subjectId, userId, title: source.name });
  });
}

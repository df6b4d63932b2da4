import "server-only";
import type { Db } from "@/db/handle";
import { endCollection } from "@/db/queries/collections";

/** Ends an open collection by hand; what was read stays, and the next wish starts over. */
export const stopCollection = (db: Db, { collectionId }: { collectionId: string }) =>
  endCollection(db, { collectionId, status: "cancelled", problem: "It was stopped by hand." });

import "server-only";
import type { Db } from "@/db/handle";
import type { StoredSource } from "@/db/queries/sources";
import { findReading } from "@/db/queries/sources-subjects";
import { isOfLibrary, partOf } from "./source";
import { subjectName } from "./subject-name";

/** Whether the list of a source is there, and its library is connected. */
export async function canBeRead(
  db: Db,
  { userId, ...source }: StoredSource & { userId: string },
): Promise<boolean> {
  const { kind, connectionId } = source;
  if (isOfLibrary(kind)) {
    if (!connectionId) return false;
    const reading = await findReading(db, { userId, connectionId, part: partOf[kind] });
    if (!reading?.isActive) return false;
  }
  return (await subjectName(db, { ...source, userId })) !== null;
}

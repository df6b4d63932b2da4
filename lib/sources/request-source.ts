import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import { findLibrary } from "@/db/queries/library-pages";
import { keepSource, setSourceStatus } from "@/db/queries/sources";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import type { SourceInput } from "./schema";
import { isOfLibrary, type SourceKind } from "./source";
import { subjectName } from "./subject-name";

type Wish = SourceInput & { userId: string };

/**
 * Asks for a source to be fetched. `announce` says that `source/requested` must be sent once the
 * transaction is committed; it is false when the source is being fetched already.
 */
export async function requestSource(
  db: Db,
  wish: Wish,
): Promise<{ sourceId: string; announce: boolean }> {
  const { userId, kind, maxAgeMinutes } = wish;
  return db.transaction(async (tx) => {
    const found = await subjectOf(tx, wish);
    const subject = "subject" in wish ? wish.subject : "";
    const source = await keepSource(tx, { userId, kind, subject, maxAgeMinutes, ...found });
    const own = { sourceId: source.id, userId };
    if (source.status === "fetching") return { sourceId: source.id, announce: false };
    await setSourceStatus(tx, { ...own, status: "fetching" });
    await openJob(tx, { kind: "source", subjectId: source.id, userId, title: found.name });
    return { sourceId: source.id, announce: true };
  });
}

type Subject = { name: string; connectionId: string | null };

async function subjectOf(db: Db, wish: Wish): Promise<Subject> {
  if (wish.kind === "saved_albums" && wish.provider !== "spotify") {
    throw new AppError("INVALID", "Only Spotify tells what is on an album that was saved.");
  }
  const isThere = isOfLibrary(wish.kind) && "provider" in wish;
  const connectionId = isThere ? await connectionOf(db, wish) : null;
  const subject = "subject" in wish ? wish.subject : "";
  const name = await subjectName(db, { ...wish, subject, connectionId });
  if (name === null) throw new AppError("NOT_FOUND", notThere(wish.kind));
  return { name, connectionId };
}

const notThere = (kind: SourceKind) =>
  isOfLibrary(kind)
    ? "That playlist cannot be read, or is not in your library."
    : "There is no such list.";

async function connectionOf(db: Db, own: { userId: string; provider: PersonalProvider }) {
  const library = await findLibrary(db, own);
  if (library) return library.connectionId;
  throw new AppError("NOT_FOUND", `Connect ${providerName(own.provider)} to read its library.`);
}

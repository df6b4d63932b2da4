import "server-only";
import type { Db } from "@/db/handle";
import { listSources } from "@/db/queries/sources";
import { canBeRead } from "@/lib/sources/can-be-read";
import { listName } from "@/lib/sources/source-name";
import { areFactsOf } from "./await-facts";
import { isOld } from "./drawn-sources";
import type { SourceTroubles } from "./trouble-words";

type Asked = {
  userId: string;
  /** The sources that a rule set names. */
  chosen: readonly string[];
  /** Those that were asked for before, and when. */
  sourceIds: readonly string[];
  askedAt: Date;
  /** Of which moment facts must be to know what was fetched. */
  since: string | null;
};

/** What keeps a rule set from drawing on its sources as they are now. */
export async function findTroubles(
  db: Db,
  { userId, chosen, sourceIds, askedAt, since }: Asked,
): Promise<SourceTroubles> {
  const stored = await listSources(db, { userId });
  const wanted = new Set([...chosen, ...sourceIds]);
  const removed = chosen.filter((id) => !stored.some((source) => source.id === id)).length;
  const isBehind = since !== null && !(await areFactsOf(db, { userId, since }));
  const troubles: SourceTroubles = { unread: [], gone: [], removed, isBehind };
  for (const source of stored) {
    if (!wanted.has(source.id) || !isOld(source, askedAt)) continue;
    const isThere = await canBeRead(db, { ...source, userId });
    troubles[isThere ? "unread" : "gone"].push(listName(source.name));
  }
  return troubles;
}

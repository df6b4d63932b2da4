import "server-only";
import type { Db } from "@/db/handle";
import {
  insertExported,
  insertTold,
  listKnownExports,
  listUntoldPlays,
} from "@/db/queries/plays-import";
import type { ImportCounts } from "@/db/queries/plays-imports";
import { lockPlays } from "@/db/queries/plays-sums";
import type { Provider } from "@/lib/connections/provider";
import { matchPlays, spanOf } from "./match-plays";
import type { ReadRow } from "./read-play";

const keyOf = (externalId: string, endedMs: number) => `${externalId} ${endedMs}`;

/** Adds the plays of an export that are not known yet, and says what became of every row; not to the sums. */
export async function storeRows(
  db: Db,
  of: { connectionId: string; provider: Provider; rows: readonly ReadRow[] },
): Promise<ImportCounts> {
  const { connectionId, provider, rows } = of;
  const plays = rows.flatMap((row) => ("play" in row ? row.play : []));
  const setAside: Record<string, number> = {};
  for (const row of rows) {
    if ("aside" in row) setAside[row.aside] = (setAside[row.aside] ?? 0) + 1;
  }
  const counts = { rowsRead: rows.length, setAside };
  if (plays.length === 0) {
    return { ...counts, added: 0, alreadyKnown: 0, firstAt: null, lastAt: null };
  }

  await lockPlays(db, { connectionId });
  const told = await listKnownExports(db, { connectionId, plays });
  const known = new Set(told.map(({ externalId, endedMs }) => keyOf(externalId, endedMs)));
  const fresh = plays.filter(
    (play) => !known.has(keyOf(play.externalId, Date.parse(play.endedAt))),
  );
  const live =
    fresh.length > 0 ? await listUntoldPlays(db, { connectionId, ...spanOf(fresh) }) : [];
  const matched = matchPlays(fresh, live);
  await insertTold(db, { connectionId, told: matched.told });
  const added = await insertExported(db, { connectionId, provider, plays: matched.unknown });

  const times = plays.map(({ endedAt }) => endedAt).toSorted();
  return {
    ...counts,
    added,
    alreadyKnown: plays.length - added,
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
  };
}

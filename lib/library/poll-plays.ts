import "server-only";
import type { Db } from "@/db/handle";
import { insertItems } from "@/db/queries/library-items";
import { findListener } from "@/db/queries/sync-due";
import { askLibrary } from "./ask-library";
import { hashRow } from "./hash-row";
import { mergePlays } from "./merge-plays";
import { libraryOf } from "./provider-libraries";

const PART = "recently_played";

/** Asks for what was heard lately, between two syncs; null when it cannot be asked for. */
export async function pollPlays(
  db: Db,
  { connectionId, userId, now }: { connectionId: string; userId: string; now: Date },
): Promise<{ added: number } | null> {
  const listener = await findListener(db, { connectionId, userId });
  if (!listener) return null;
  const { provider, scopes } = listener;
  const { subjects, withheld } = libraryOf(provider);
  if (!subjects[PART] || withheld(PART, scopes)) return null;

  const page = await askLibrary(db, listener)({ part: PART, subject: "", cursor: "" });
  const rows = page.rows.map(hashRow);
  const items = rows.flatMap(({ item }) => item ?? []);
  const of = { connectionId, provider, syncId: null };
  await insertItems(db, { ...of, items });
  return db.transaction((tx) => mergePlays(tx, { ...of, rows, now }));
}

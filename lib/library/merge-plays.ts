import "server-only";
import type { Db } from "@/db/handle";
import { findItemIds } from "@/db/queries/library-items";
import { insertGap, insertPlays, type Play, schedulePlays } from "@/db/queries/library-plays";
import { addToSums } from "@/db/queries/plays-sums";
import type { Provider } from "@/lib/connections/provider";
import type { HashedRow } from "./hash-row";
import { nextPlaysAt } from "./next-plays-at";
import { libraryOf } from "./provider-libraries";

/** Shorter than any play that counts, longer than the time between two tellings of one. */
const SAME_PLAY_S = 20;

/**
 * Adds what was heard lately to what is known, notes where more was heard than the provider could
 * show, and says when to ask again. The items of the rows must be kept already.
 */
export async function mergePlays(
  db: Db,
  args: {
    connectionId: string;
    provider: Provider;
    syncId: string | null;
    rows: readonly HashedRow[];
    now: Date;
  },
): Promise<{ added: number }> {
  const { connectionId, provider, syncId, rows, now } = args;
  const items = rows.flatMap(({ item }) => item ?? []);
  const idOf = await findItemIds(db, { connectionId, items });
  const plays = rows.flatMap(({ item, facts }): Play[] => {
    if (!item || !facts.playedAt) return [];
    return [
      {
        playedAt: facts.playedAt,
        externalId: item.externalId,
        itemId: idOf.get(`${item.externalId} ${item.factHash}`) ?? null,
        trackName: item.name,
        artistName: item.artists.map(({ name }) => name).join(", ") || null,
        albumName: item.albumName,
        contextUri: facts.contextUri ?? null,
      },
    ];
  });
  const of = { connectionId, provider, syncId };
  const { added, newestBefore } = await insertPlays(db, { ...of, plays, toleranceS: SAME_PLAY_S });

  if (added > 0) await addToSums(db, { connectionId });

  const times = plays.map(({ playedAt }) => Date.parse(playedAt));
  const oldest = Math.min(...times);
  const isFull = plays.length >= libraryOf(provider).playsShown && added === plays.length;
  if (isFull && newestBefore && newestBefore.getTime() < oldest) {
    await insertGap(db, { ...of, after: newestBefore, before: new Date(oldest) });
  }
  const newest = times.length > 0 ? new Date(Math.max(...times)) : newestBefore;
  await schedulePlays(db, { connectionId, at: nextPlaysAt({ now, newest }) });
  return { added };
}

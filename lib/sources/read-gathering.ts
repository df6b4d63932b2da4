import "server-only";
import type { Db } from "@/db/handle";
import { listSources } from "@/db/queries/sources";
import { gatherTracks } from "@/db/queries/sources-tracks";
import type { ChosenSource, GatheredPage } from "./source-view";

type Wanted = { userId: string; sourceIds: readonly string[]; text: string };
type WantedPage = Wanted & { offset: number; limit: number };

/** The words that are looked for. */
export const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

/** What some sources hold together, a page of it, as far as their tracks have the words. */
export const readGathered = (db: Db, { text, ...page }: WantedPage): Promise<GatheredPage> =>
  gatherTracks(db, { ...page, words: wordsOf(text) });

/** The sources that are gathered, with the first page; null when none of them is the user's. */
export async function readGathering(
  db: Db,
  wanted: WantedPage,
): Promise<{ sources: ChosenSource[]; first: GatheredPage } | null> {
  const { userId, sourceIds } = wanted;
  const [stored, first] = await Promise.all([
    listSources(db, { userId }),
    readGathered(db, wanted),
  ]);
  const sources = sourceIds.flatMap((wantedId) => {
    const found = stored.find(({ id }) => id === wantedId);
    if (!found) return [];
    const { id, name, fetchedAt, total } = found;
    return [{ id, name, asOf: fetchedAt?.toISOString() ?? null, total: total ?? 0 }];
  });
  return sources.length === 0 ? null : { sources, first };
}

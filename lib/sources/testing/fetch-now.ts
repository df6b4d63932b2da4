import type { Db } from "@/db/handle";
import { beginFetch } from "../begin-fetch";
import { finishFetch } from "../finish-fetch";
import { findPlace, readTracks } from "../read-tracks";
import { requestSource } from "../request-source";
import type { SourceInput } from "../schema";
import type { OwnSource } from "../source";

/** Fetches a source that was asked for, without the background: its list is short. */
export async function fetchNow(db: Db, own: OwnSource): Promise<void> {
  const fetch = await beginFetch(db, { ...own, runId: crypto.randomUUID() });
  if (!fetch) throw new Error("the source was not asked for");
  const place = await findPlace(db, fetch, new Date());
  await finishFetch(db, fetch, await readTracks(db, fetch, place));
}

/** A source of a user's as it is once it was fetched. */
export async function createSource(
  db: Db,
  { userId, ...wish }: SourceInput & { userId: string },
): Promise<string> {
  const { sourceId } = await requestSource(db, { ...wish, userId });
  await fetchNow(db, { sourceId, userId });
  return sourceId;
}

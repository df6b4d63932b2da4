import "server-only";
import type { Db } from "@/db/handle";
import { listStates } from "@/db/queries/playlists-states";
import type { StatesPage } from "./plan-view";

type Wanted = { userId: string; playlistId: string; before?: number; limit: number };

/** The lists that Clouder kept of a playlist, the newest first: each can be brought back. */
export async function readStates(db: Db, { limit, ...wanted }: Wanted): Promise<StatesPage> {
  const rows = await listStates(db, { ...wanted, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const states = page.map(({ sequence, createdAt, ...state }) => ({
    ...state,
    createdAt: createdAt.toISOString(),
  }));
  return { states, older: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null };
}

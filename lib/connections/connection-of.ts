import "server-only";
import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { AppError } from "@/lib/errors";

/** The id of a user's Spotify connection; without one they are asked to connect. */
export async function connectionOf(db: Db, userId: string): Promise<string> {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  if (!connection) throw new AppError("RECONNECT", "Connect Spotify to go on.");
  return connection.id;
}

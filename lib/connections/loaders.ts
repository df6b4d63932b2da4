import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findConnection } from "@/db/queries/connections";
import { requirePageUser } from "@/lib/auth/session";
import { reconnectBy } from "./reconnect-by";
import { missingScopes } from "./scopes";

/** The signed-in user's Spotify connection as the screen shows it; null when there is none. */
export const loadConnection = cache(async () => {
  const user = await requirePageUser();
  const connection = await findConnection(db, { userId: user.id, provider: "spotify" });
  if (!connection) return null;
  const { authorizedAt, ...rest } = connection;
  return {
    ...rest,
    missingScopes: missingScopes(connection.scopes),
    authorizedAt: authorizedAt.toISOString(),
    reconnectBy: reconnectBy(authorizedAt).toISOString(),
  };
});

export type ConnectionView = NonNullable<Awaited<ReturnType<typeof loadConnection>>>;

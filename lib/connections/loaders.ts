import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findConnection } from "@/db/queries/connections";
import { listErasures } from "@/db/queries/erasures";
import { findSyncSchedule } from "@/db/queries/sync-schedule";
import { requirePageUser } from "@/lib/auth/session";
import { isReconnectDue, reconnectBy } from "./reconnect-by";
import { missingScopes } from "./scopes";

const RECORDS_SHOWN = 5;

/** The signed-in user's Spotify connection as the screen shows it; null when there is none. */
export const loadConnection = cache(async () => {
  const user = await requirePageUser();
  const connection = await findConnection(db, { userId: user.id, provider: "spotify" });
  if (!connection || connection.status === "disconnected") return null;
  const { authorizedAt, ...rest } = connection;
  return {
    ...rest,
    missingScopes: missingScopes(connection.scopes),
    authorizedAt: authorizedAt.toISOString(),
    reconnectBy: reconnectBy(authorizedAt).toISOString(),
    isReconnectDue: isReconnectDue(authorizedAt, new Date()),
  };
});

export type ConnectionView = NonNullable<Awaited<ReturnType<typeof loadConnection>>>;

/** When the library behind the Spotify connection is read; null before anybody asked for it. */
export async function loadSchedule() {
  const user = await requirePageUser();
  const schedule = await findSyncSchedule(db, { userId: user.id, provider: "spotify" });
  return schedule && { ...schedule, nextSyncAt: schedule.nextSyncAt.toISOString() };
}

export type ScheduleView = NonNullable<Awaited<ReturnType<typeof loadSchedule>>>;

/** What the user had erased, the newest first. */
export async function loadErasures() {
  const user = await requirePageUser();
  const records = await listErasures(db, { userId: user.id, limit: RECORDS_SHOWN });
  return records.map(({ requestedAt, finishedAt, ...record }) => ({
    ...record,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}

export type ErasureView = Awaited<ReturnType<typeof loadErasures>>[number];

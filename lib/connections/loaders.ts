import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findConnection } from "@/db/queries/connections";
import { listErasures } from "@/db/queries/erasures";
import { findSyncSchedule } from "@/db/queries/sync-schedule";
import { appleWay, pageToken } from "@/lib/apple-music/developer";
import { requirePageUser } from "@/lib/auth/session";
import type { PersonalProvider } from "./provider";
import { isReconnectDue, reconnectBy } from "./reconnect-by";
import { missingScopes } from "./scopes";

const RECORDS_SHOWN = 5;

/** The signed-in user's connection as the screen shows it; null when there is none. */
export const loadConnection = cache(async (provider: PersonalProvider) => {
  const user = await requirePageUser();
  const connection = await findConnection(db, { userId: user.id, provider });
  if (!connection || connection.status === "disconnected") return null;
  const { authorizedAt, ...rest } = connection;
  return {
    ...rest,
    provider,
    missingScopes: provider === "spotify" ? missingScopes(connection.scopes) : [],
    authorizedAt: authorizedAt.toISOString(),
    reconnectBy: reconnectBy(authorizedAt).toISOString(),
    isReconnectDue: isReconnectDue(authorizedAt, new Date()),
  };
});

export type ConnectionView = NonNullable<Awaited<ReturnType<typeof loadConnection>>>;

/** When the library behind a connection is read; null before anybody asked for it. */
export async function loadSchedule(provider: PersonalProvider) {
  const user = await requirePageUser();
  const schedule = await findSyncSchedule(db, { userId: user.id, provider });
  return schedule && { ...schedule, provider, nextSyncAt: schedule.nextSyncAt.toISOString() };
}

export type ScheduleView = NonNullable<Awaited<ReturnType<typeof loadSchedule>>>;

/** How a person can connect Apple Music here; `none` where it is not set up. */
export const loadAppleWay = () => appleWay;

/** What MusicKit needs to ask the signed-in user; null where it does not do the asking. */
export async function loadMusicKit() {
  await requirePageUser();
  return appleWay === "musickit" ? { developerToken: pageToken() } : null;
}

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

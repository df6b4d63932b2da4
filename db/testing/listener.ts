import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/handle";
import { createUser } from "@/db/testing/factories";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { SyncMode } from "@/lib/library/part";
import { startClient } from "@/sandbox/testing/client";

const MIRA = "mira.okafor";
export const LIBRARY_SCOPES =
  "user-top-read user-read-recently-played playlist-read-private playlist-read-collaborative user-library-read user-follow-read";

const added = z.object({ uri: z.string(), addedAt: z.string().nullable() });
const truthSchemas = {
  "saved-tracks": z.array(added),
  "saved-albums": z.array(added),
  "followed-artists": z.array(added),
  playlists: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ownerId: z.string(),
      readable: z.boolean(),
      snapshotId: z.string(),
      total: z.number(),
    }),
  ),
  "playlist-items": z.array(
    z.object({
      playlistId: z.string(),
      uri: z.string().nullable(),
      addedAt: z.string().nullable(),
      addedBy: z.string().nullable(),
    }),
  ),
  top: z.array(z.object({ type: z.string(), range: z.string(), uris: z.array(z.string()) })),
};
type Kind = keyof typeof truthSchemas;

const log = z.object({ requests: z.array(z.object({ method: z.string(), path: z.string() })) });

type Options = Parameters<typeof startClient>[0];

/** A simulated Spotify with a user who has a library. Start it before importing the app. */
export async function startListener(options: Options = {}) {
  const sandbox = await startClient({ library: "small", ...options });
  process.env.SPOTIFY_API_URL = `${sandbox.url}/spotify/v1`;
  process.env.SPOTIFY_ACCOUNTS_URL = `${sandbox.url}/spotify/accounts`;
  process.env.SPOTIFY_CLIENT_ID = "clouder-demo";
  process.env.SPOTIFY_CLIENT_SECRET = "clouder-demo-secret";
  process.env.SPOTIFY_REQUESTS_PER_30_S = "60000";
  await sandbox.control("/switches", { listening: false, living: false });

  const ofMira = (path: string, body?: unknown) => sandbox.control(`/users/${MIRA}${path}`, body);

  return {
    ...sandbox,
    /** What the user does in Spotify by hand. */
    act: async (deed: string, body: unknown) => {
      const answer = await ofMira(`/${deed}`, body);
      if (!answer.ok) throw new Error(`the sandbox refused ${deed}: ${await answer.text()}`);
      return answer;
    },
    /** What really is in the library. */
    truth: async <K extends Kind>(kind: K): Promise<z.output<(typeof truthSchemas)[K]>> => {
      const answer = await ofMira(`/library/${kind}`);
      const { items } = z.object({ items: z.unknown() }).parse(await answer.json());
      return truthSchemas[kind].parse(items) as z.output<(typeof truthSchemas)[K]>;
    },
    fail: (rules: object | object[]) => sandbox.control("/faults", rules),
    heal: () => sandbox.control("/faults", undefined, "DELETE"),
    /** What was asked of the Web API, the last first to come first. */
    requests: async () => {
      const answer = await sandbox.control("/requests?match=spotify/v1");
      return log
        .parse(await answer.json())
        .requests.map(({ method, path }) => `${method} ${path.replace(/^.*\/v1/, "")}`);
    },
    /** A user with the connection that a sign-in leaves behind; nobody else keeps theirs. */
    connect: async (db: Db, { scopes = LIBRARY_SCOPES } = {}) => {
      const { saveConnection } = await import("@/lib/connections/save-connection");
      const tokens = await sandbox.signIn(MIRA, scopes);
      await db.execute(sql`delete from connections`);
      const user = await createUser(db);
      await saveConnection(db, {
        userId: user.id,
        account: {
          provider: "spotify",
          providerAccountId: MIRA,
          access_token: tokens.access_token,
          refresh_token: tokens.refresh_token,
          expires_at: Math.floor(Date.now() / 1000) + 3600,
          scope: scopes,
        },
        profile: { profileId: MIRA, displayName: "Mira" },
      });
      const [row] = await db.execute<{ id: string }>(sql`select id from connections`);
      return { userId: user.id, connectionId: row?.id ?? "" };
    },
  };
}

export type Listener = Awaited<ReturnType<typeof startListener>>;

/** One sync as the background runs it, without the engine: waits are cut short. */
export async function runSync(
  db: Db,
  wished: { userId: string; provider?: PersonalProvider; mode?: SyncMode },
) {
  const { userId, provider = "spotify", mode } = wished;
  const { requestSync } = await import("@/lib/library/request-sync");
  const { beginSync } = await import("@/lib/library/begin-sync");
  const wish = { userId, provider, trigger: "manual", mode } as const;
  const { syncId } = await requestSync(db, wish);
  const runId = crypto.randomUUID();
  const sync = await beginSync(db, { syncId: syncId ?? "", userId, runId });
  if (!sync) throw new Error("the sync was not open");
  return endSync(db, sync);
}

type Sync = Parameters<typeof import("@/lib/library/read-pages").readPages>[1];

/** Reads on to the end and settles. */
export async function endSync(db: Db, sync: Sync) {
  const { readPages } = await import("@/lib/library/read-pages");
  const { finishSync } = await import("@/lib/library/finish-sync");
  for (let more = true; more; ) {
    const reading = await readPages(db, sync);
    if (reading.waitUntil) await endWaits(db);
    more = reading.more;
  }
  return { ...(await finishSync(db, sync)), syncId: sync.syncId };
}

/** As if the time that everything waits for had come. */
export async function endWaits(db: Db) {
  await db.execute(sql`delete from provider_cooldowns`);
  await db.execute(sql`update sync_pages set due_at = now()`);
}

/** Every history row of a library, to tell whether anything was appended. */
export async function countHistory(db: Db) {
  const tables = [
    "user_top_tracks",
    "user_top_artists",
    "user_top_albums",
    "user_recent_tracks",
    "user_recently_added",
    "user_recently_played",
    "user_playlists",
    "user_playlist_tracks",
    "user_saved_tracks",
    "user_saved_albums",
    "user_followed_artists",
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await db.execute<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.identifier(table)}`,
    );
    counts[table] = row?.rows ?? 0;
  }
  return counts;
}

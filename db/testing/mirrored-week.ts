import { z } from "zod";
import type { Db } from "@/db/handle";
import { connections, mirrors } from "@/db/schema";
import { createMatch, createWeek } from "@/db/testing/factories";
import type { SandboxOptions } from "@/sandbox/server";
import { startClient } from "@/sandbox/testing/client";

const MIRA = "mira.okafor";

const overview = z.object({
  users: z.array(
    z.object({
      id: z.string(),
      playlists: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          followed: z.boolean(),
          items: z.array(z.object({ uri: z.string() })),
        }),
      ),
    }),
  ),
});
const page = z.object({ results: z.array(z.object({ isrc: z.string() })) });
const hits = z.object({ tracks: z.object({ items: z.array(z.object({ uri: z.string() })) }) });
const log = z.object({ requests: z.array(z.object({ method: z.string(), path: z.string() })) });

type Fault = {
  kind: string;
  match: { method: string; path: string };
  times: number;
  status?: number;
};

/** A sandbox over HTTP and what a DJ does in Spotify by hand. Start it before importing the app. */
export async function startSpotify(options: SandboxOptions = {}) {
  const sandbox = await startClient(options);
  process.env.SPOTIFY_API_URL = `${sandbox.url}/spotify/v1`;
  process.env.SPOTIFY_ACCOUNTS_URL = `${sandbox.url}/spotify/accounts`;
  process.env.SPOTIFY_CLIENT_ID = "clouder-demo";
  process.env.SPOTIFY_CLIENT_SECRET = "clouder-demo-secret";
  process.env.SPOTIFY_REQUESTS_PER_30_S = "60000";

  const playlists = async () => {
    const { users } = overview.parse(await (await sandbox.control("/state")).json());
    return users.find(({ id }) => id === MIRA)?.playlists ?? [];
  };
  const byHand = (playlist: string, deed: string, body: unknown) =>
    sandbox.control(`/users/${MIRA}/playlists/${playlist}/${deed}`, body);

  return {
    ...sandbox,
    playlists,
    /** The URIs that a playlist of this name holds, in order. */
    held: async (name: string) => {
      const playlist = (await playlists()).find((one) => one.name === name);
      return playlist?.items.map(({ uri }) => uri) ?? null;
    },
    add: (playlist: string, uris: string[], position: number) =>
      byHand(playlist, "add", { uris, position }),
    remove: (playlist: string, uris: string[]) => byHand(playlist, "remove", { uris }),
    move: (playlist: string, from: number, before: number) =>
      byHand(playlist, "move", { from, before }),
    fail: (fault: Fault) => sandbox.control("/faults", fault),
    expireTokens: () => sandbox.control(`/users/${MIRA}/expire-tokens`, {}),
    revoke: () => sandbox.control(`/users/${MIRA}/revoke`, { accessTokens: true }),
    reset: () => sandbox.control("/reset", {}),

    /** Gives a DJ the connection that a sign-in leaves behind; nobody else keeps theirs. */
    connect: async (db: Db, userId: string) => {
      const { saveConnection } = await import("@/lib/connections/save-connection");
      const tokens = await sandbox.signIn(MIRA);
      await db.delete(connections);
      await saveConnection(db, {
        userId,
        account: {
          provider: "spotify",
          providerAccountId: MIRA,
          access_token: tokens.access_token,
          refresh_token: tokens.refresh_token,
          expires_at: Math.floor(Date.now() / 1000) + 3600,
        },
      });
    },

    /** What was asked of Spotify's Web API since the last reset. */
    requests: async () => {
      const answer = await sandbox.control("/requests?match=spotify/v1");
      return log
        .parse(await answer.json())
        .requests.map(({ method, path }) => `${method} ${path.replace(/^.*\/v1/, "")}`);
    },

    /** Tracks of the sandbox's world that Spotify has. */
    findUris: async (count: number) => {
      const beatport = await sandbox.beatport();
      const spotify = await sandbox.spotify();
      const answer = await beatport(
        "/catalog/tracks/?genre_id=6&per_page=100&publish_date=2026-10-26:2026-11-15",
      );
      const found = new Set<string>();
      for (const { isrc } of page.parse(await answer.json()).results) {
        if (found.size === count) break;
        const search = await spotify(`/search?type=track&limit=1&q=isrc:${isrc}`);
        const [hit] = hits.parse(await search.json()).tracks.items;
        if (hit) found.add(hit.uri);
      }
      return [...found];
    },
  };
}

export type Spotify = Awaited<ReturnType<typeof startSpotify>>;

/** A DJ who is connected, with a started week of tracks that were found on Spotify. */
export async function createConnectedWeek(spotify: Spotify, uris: readonly string[]) {
  const { db } = await import("@/db/client");
  const week = await createWeek(db, { tracks: uris.length });
  for (const [index, { trackId }] of week.tracks.entries()) {
    await createMatch(db, { trackId, externalUri: uris[index] ?? "" });
  }
  const userId = week.user.id;
  await spotify.connect(db, userId);
  const [bronze] = await db
    .insert(mirrors)
    .values({ userId, kind: "bronze", periodId: week.period.id, name: "Bronze" })
    .returning();
  if (!bronze) throw new Error("the mirror was not made");

  return {
    ...week,
    userId,
    bronze: { mirrorId: bronze.id, userId },
    /** A press on the tracks from one place of the week up to another. */
    press: (from: number, to = from + 1) => ({
      periodId: week.period.id,
      userId,
      trackIds: week.tracks.slice(from, to).map(({ id }) => id),
      idempotencyKey: crypto.randomUUID(),
    }),
  };
}

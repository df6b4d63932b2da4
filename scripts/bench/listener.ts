import { z } from "zod";
import { freePort } from "../lib/free-port.mjs";

const MIRA = "mira.okafor";
const JONAS = "jonas.weil";

export const control = async (path: string, body?: object, method = body ? "POST" : "GET") => {
  const answer = await fetch(`${process.env.SANDBOX_URL}/__sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

export const ofMira = (path: string, body?: object) => control(`/users/${MIRA}${path}`, body);

const stats = z.object({
  endpoints: z.record(z.string(), z.object({ statuses: z.record(z.string(), z.number()) })),
});

/** What the simulated Web API was asked so far, and how much of it it refused. */
async function asked() {
  const { endpoints } = stats.parse(await control("/stats"));
  const statuses = Object.entries(endpoints)
    .filter(([endpoint]) => endpoint.includes("/spotify/v1"))
    .flatMap(([, { statuses }]) => Object.entries(statuses));
  const sum = (rows: [string, number][]) => rows.reduce((total, [, count]) => total + count, 0);
  return { all: sum(statuses), refused: sum(statuses.filter(([status]) => status === "429")) };
}

const rows = <T extends z.ZodType>(row: T) => z.object({ total: z.number(), items: z.array(row) });
const playlistRow = z.object({
  id: z.string(),
  ownerId: z.string(),
  readable: z.boolean(),
  total: z.number(),
});

/** What is in the simulated library, and the fewest requests that read it, fifty rows a page. */
export async function measureLibrary() {
  const sizeOf = async (kind: string) =>
    rows(z.unknown()).parse(await ofMira(`/library/${kind}`)).total;
  const { items: playlists } = rows(playlistRow).parse(await ofMira("/library/playlists"));
  const readable = playlists.filter((playlist) => playlist.readable);
  const [tracks, albums, artists] = await Promise.all(
    ["saved-tracks", "saved-albums", "followed-artists"].map(sizeOf),
  );
  const pages = (total = 0) => Math.max(1, Math.ceil(total / 50));
  const itemPages = readable.reduce((sum, { total }) => sum + pages(total), 0);
  const items = readable.reduce((sum, { total }) => sum + total, 0);
  const others = pages(playlists.length) + pages(tracks) + pages(albums) + pages(artists);
  return {
    playlists,
    /** Tops of two kinds and three ranges, and the plays, are one page each. */
    leastRequests: 7 + others + itemPages,
    words: `${playlists.length} playlists with ${items} readable items, ${tracks} saved tracks, ${albums} albums, ${artists} artists, tops and plays`,
  };
}

const LATENCY_MS = 100;

/** A simulated Spotify that takes its time, the app, and what there is to read of a library. */
export async function startSlowly(size: string, changes?: Record<string, number>) {
  const app = await startApp(size);
  if (changes) await ofMira("/library", changes);
  const library = await measureLibrary();
  await control("/latency", { ms: LATENCY_MS, match: { path: "/spotify/" } });
  // the simulated Spotify draws what was heard when it is first asked for
  await ofMira("/library/top");
  await app.warmUp();
  const words = `sandbox with ${LATENCY_MS} ms latency, built-in engine`;
  return { app, library, words };
}

const token = z.object({ access_token: z.string(), refresh_token: z.string() });

/** Signs a simulated user in, as the consent page and the callback would. */
async function signIn(person: string, scope: string) {
  const redirect = "http://127.0.0.1:3000/api/auth/callback/spotify";
  const client = process.env.SPOTIFY_CLIENT_ID ?? "";
  const query = new URLSearchParams({
    client_id: client,
    response_type: "code",
    redirect_uri: redirect,
    scope,
    state: "bench",
  });
  const consent = await fetch(`${process.env.SPOTIFY_ACCOUNTS_URL}/authorize?${query}`, {
    method: "POST",
    body: new URLSearchParams({ user: person, decision: "agree" }),
    redirect: "manual",
  });
  const code = new URL(consent.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const basic = Buffer.from(`${client}:${process.env.SPOTIFY_CLIENT_SECRET}`).toString("base64");
  const granted = await fetch(`${process.env.SPOTIFY_ACCOUNTS_URL}/api/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirect }),
  });
  return token.parse(await granted.json());
}

/** The app with its background in this process, and a user who has connected the library. */
export async function startApp(size: string) {
  const enginePort = await freePort();
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
  await control("/reset", { library: size });
  await control("/switches", { listening: false, living: false });

  const { db, sqlClient } = await import("@/db/client");
  const { inngest } = await import("@/inngest/client");
  const { librarySyncRequested } = await import("@/inngest/events");
  const { syncLibrary } = await import("@/inngest/functions/sync-library");
  const { startBackground } = await import("@/inngest/testing/background");
  const { saveConnection } = await import("@/lib/connections/save-connection");
  const { requestedScopes } = await import("@/lib/connections/scopes");
  const { requestSync } = await import("@/lib/library/request-sync");

  const scope = requestedScopes.join(" ");
  /** A user of Clouder who has connected that library. */
  const connect = async (person: string) => {
    const tokens = await signIn(person, scope);
    const [user] = await db.execute<{ id: string }>(
      `insert into users (name) values ('${person}') returning id`,
    );
    const userId = user?.id ?? "";
    await saveConnection(db, {
      userId,
      account: {
        provider: "spotify",
        providerAccountId: person,
        ...tokens,
        expires_at: Math.floor(Date.now() / 1000) + 3600,
        scope,
      },
      profile: { profileId: person, displayName: person },
    });
    return userId;
  };
  const userId = await connect(MIRA);
  const [connection] = await db.execute<{ id: string }>("select id from connections");
  const background = await startBackground({
    client: inngest,
    functions: [syncLibrary],
    enginePort,
  });
  const syncOf = async (userId: string, mode?: "full" | "incremental") => {
    const wish = { userId, provider: "spotify", trigger: "manual", mode } as const;
    const { syncId } = await requestSync(db, wish);
    await background.run(librarySyncRequested.create({ syncId: syncId ?? "", userId }));
    return syncId;
  };

  return {
    db,
    sqlClient,
    userId,
    connectionId: connection?.id ?? "",
    /** From the wish to the verdict; it must be complete. */
    sync: async (mode?: "full" | "incremental") => {
      const before = await asked();
      const started = performance.now();
      const syncId = await syncOf(userId, mode);
      const seconds = (performance.now() - started) / 1000;
      const after = await asked();
      type Run = { status: string; seconds: number; requested: number; stored: number };
      const [run] = await db.execute<Run>(
        `select r.status, extract(epoch from r.finished_at - r.started_at)::float8 as seconds, sum(p.requested)::int as requested, sum(p.stored)::int as stored
         from sync_runs r join sync_run_parts p on p.run_id = r.id
         where r.id = '${syncId}' group by r.id`,
      );
      if (run?.status !== "complete") throw new Error(`The sync ended ${run?.status}.`);
      return {
        ...run,
        /** From the wish on; \`seconds\` is from the run's beginning. */
        secondsInAll: seconds,
        requests: after.all - before.all,
        refused: after.refused - before.refused,
      };
    },
    /** Reads another user's library, so that the process is one that has run for a while. */
    warmUp: async () => {
      await syncOf(await connect(JONAS));
    },
    /** History rows of every kind. */
    countRows: async () => {
      const [count] = await db.execute<{ rows: number }>(
        `select ((select count(*) from user_top_tracks) + (select count(*) from user_top_artists)
          + (select count(*) from user_playlists) + (select count(*) from user_playlist_tracks)
          + (select count(*) from user_saved_tracks) + (select count(*) from user_saved_albums)
          + (select count(*) from user_followed_artists)
          + (select count(*) from user_recently_played))::int as rows`,
      );
      return count?.rows ?? 0;
    },
    close: async () => {
      await background.close();
      await sqlClient.end();
      await control("/latency", { ms: 0 });
      await control("/limits", undefined, "DELETE");
    },
  };
}

export const round = (value: number) => Math.round(value * 100) / 100;

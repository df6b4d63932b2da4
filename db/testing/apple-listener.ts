import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/handle";
import { createUser } from "@/db/testing/factories";
import { startListener } from "@/db/testing/listener";

const REDIRECT_URI = "http://127.0.0.1:3000/api/connections/apple";
const MIRA = "mira.okafor";

const keys = z.object({ teamId: z.string(), keyId: z.string(), privateKey: z.string() });
const page = z.object({ data: z.array(z.object({ id: z.string() })), next: z.string().optional() });

/** A simulated Apple Music with a user who has a library. Start it before importing the app. */
export async function startAppleListener(options: Parameters<typeof startListener>[0] = {}) {
  const listener = await startListener({ now: () => new Date(), ...options });
  const { teamId, keyId, privateKey } = keys.parse(await (await listener.control("/apple")).json());
  process.env.APPLE_API_URL = `${listener.url}/apple/v1`;
  process.env.APPLE_AUTHORIZE_URL = `${listener.url}/apple/authorize`;
  process.env.APPLE_TEAM_ID = teamId;
  process.env.APPLE_KEY_ID = keyId;
  process.env.APPLE_PRIVATE_KEY = privateKey;
  process.env.APPLE_REQUESTS_PER_30_S = "60000";
  const { authorizeAddress, withDeveloperToken } = await import("@/lib/apple-music/developer");

  /** What the consent page sends back when the user agrees. */
  const consent = async ({ state = "s", decision = "agree", user = MIRA } = {}) => {
    const answer = await fetch(authorizeAddress({ state }), {
      method: "POST",
      body: new URLSearchParams({ user, decision }),
      redirect: "manual",
    });
    return new URL(answer.headers.get("location") ?? REDIRECT_URI);
  };
  const agree = async (user?: string) =>
    (await consent({ user })).searchParams.get("music_user_token") ?? "";

  /** What really is in a list, asked for past the app. */
  const truth = async (path: string): Promise<string[]> => {
    const token = await agree();
    const all: string[] = [];
    for (let next: string | undefined = path; next; ) {
      const address = `${listener.url}/apple/v1${next}`;
      const answer = await withDeveloperToken((developerToken) =>
        fetch(address, {
          headers: { authorization: `Bearer ${developerToken}`, "music-user-token": token },
        }),
      );
      if (answer.status === 404) return [];
      const { data, next: following } = page.parse(await answer.json());
      all.push(...data.map(({ id }) => id));
      next = following?.slice("/v1".length);
    }
    return all;
  };

  return {
    ...listener,
    consent,
    agree,
    truth,
    /** What the user has saved at Spotify, of which most is at Apple too. */
    savedUris: async () => (await listener.truth("saved-tracks")).map(({ uri }) => uri),
    /** What was asked of Apple Music, by path. */
    asked: async () => {
      const answer = await listener.control("/requests?match=apple/v1");
      const { requests } = z
        .object({ requests: z.array(z.object({ path: z.string() })) })
        .parse(await answer.json());
      return requests.map(({ path }) => path.replace(/^.*\/v1/, ""));
    },
    /** A user whose only connection is the one to Apple Music. */
    connectApple: async (db: Db) => {
      const { keepConnection } = await import("@/lib/connections/keep-connection");
      const { reconnectBy } = await import("@/lib/connections/reconnect-by");
      const { id: userId } = await createUser(db);
      await keepConnection(db, {
        userId,
        provider: "apple",
        accountId: userId,
        accessToken: await agree(),
        accessTokenExpiresAt: reconnectBy(new Date()),
        refreshToken: null,
        scopes: [],
        profileId: null,
        displayName: null,
      });
      const [row] = await db.execute<{ id: string }>(
        sql`select id from connections where user_id = ${userId}::uuid`,
      );
      return { userId, connectionId: row?.id ?? "" };
    },
  };
}

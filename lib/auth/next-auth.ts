import "server-only";
import { after } from "next/server";
import type { NextAuthOptions } from "next-auth";
import { getServerSession } from "next-auth";
import Spotify, { type SpotifyProfile } from "next-auth/providers/spotify";
import { z } from "zod";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { librarySyncRequested } from "@/inngest/events";
import { saveConnection } from "@/lib/connections/save-connection";
import { requestedScopes } from "@/lib/connections/scopes";
import { env } from "@/lib/env";
import { requestSync } from "@/lib/library/request-sync";
import { log } from "@/lib/log";
import { adapter } from "./adapter";
import { profileOf, publicProfileOf } from "./profile";

const DAY_S = 86_400;

const sessionUser = z.object({
  id: z.uuid(),
  name: z.string().nullish(),
  role: z.enum(["owner", "member"]),
});

/** The library is read in the background: who signed in is on their way at once. */
async function readLibrary(userId: string) {
  const wish = { userId, provider: "spotify", trigger: "connect" } as const;
  const { syncId, announce: isNew } = await requestSync(db, wish);
  if (syncId && isNew) after(() => announce(librarySyncRequested.create({ syncId, userId })));
}

const authLog = log.child({ part: "auth" });

export const authOptions: NextAuthOptions = {
  adapter,
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "database", maxAge: 30 * DAY_S, updateAge: DAY_S },
  pages: { signIn: "/", error: "/", signOut: "/" },
  providers: [
    Spotify({
      clientId: env.SPOTIFY_CLIENT_ID,
      clientSecret: env.SPOTIFY_CLIENT_SECRET,
      authorization: {
        url: `${env.SPOTIFY_ACCOUNTS_URL}/authorize`,
        params: { scope: requestedScopes.join(" ") },
      },
      token: `${env.SPOTIFY_ACCOUNTS_URL}/api/token`,
      userinfo: `${env.SPOTIFY_API_URL}/me`,
      checks: ["pkce", "state"],
      profile: (raw: SpotifyProfile) => profileOf(raw),
    }),
  ],
  callbacks: {
    session: ({ session, user }) => ({ expires: session.expires, user: sessionUser.parse(user) }),
  },
  events: {
    signIn: async ({ user, account, profile }) => {
      if (!account) return;
      await saveConnection(db, {
        userId: user.id,
        account,
        profile: publicProfileOf(profile),
      });
      await readLibrary(user.id);
    },
  },
  logger: {
    error: (code) => authLog.error({ code }, "sign-in failed"),
    warn: (code) => authLog.debug({ code }, "sign-in warning"),
    debug: () => {},
  },
};

export async function readSession() {
  const session = await getServerSession(authOptions);
  const user = sessionUser.safeParse(session?.user);
  if (!user.success) return null;
  return { ...user.data, name: user.data.name ?? "Unnamed" };
}

import { randomBytes } from "node:crypto";
import type { Context } from "../context";
import { type DemoUser, demoUser } from "../state/demo-users";

export interface AppleEnv {
  Variables: { user: DemoUser };
}

/** Music user tokens end after six months; there is nothing to refresh them with. */
const TOKEN_LIFE_MS = 183 * 86_400_000;

export function issueMusicUserToken(context: Context, userId: string): string {
  const token = `0.${randomBytes(96).toString("base64")}`;
  context.store.state.apple.userTokens[token] = {
    userId,
    expiresAt: context.now().getTime() + TOKEN_LIFE_MS,
    revoked: false,
  };
  return token;
}

/** The user a music user token stands for; null when it is missing, unknown, old or revoked. */
export function musicUser(context: Context, token: string | undefined): DemoUser | null {
  const grant = token ? context.store.state.apple.userTokens[token] : undefined;
  if (!grant || grant.revoked || grant.expiresAt <= context.now().getTime()) return null;
  return demoUser(grant.userId);
}

/** Takes the app's access back. Returns how many tokens it had. */
export function revokeMusicUserTokens(context: Context, userId: string): number {
  const mine = Object.values(context.store.state.apple.userTokens).filter(
    (grant) => grant.userId === userId && !grant.revoked,
  );
  for (const grant of mine) grant.revoked = true;
  return mine.length;
}

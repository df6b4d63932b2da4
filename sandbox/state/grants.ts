import { randomBytes } from "node:crypto";
import type { AuthorizationCode, Grant, ProviderState } from "./state";

const newSecret = (bytes: number) => randomBytes(bytes).toString("base64url");

function forgetExpired(grants: Record<string, Grant>, nowMs: number) {
  for (const [key, { expiresAt }] of Object.entries(grants)) {
    if (expiresAt <= nowMs) delete grants[key];
  }
}

export function issueCode(provider: ProviderState, code: AuthorizationCode): string {
  const key = newSecret(48);
  provider.codes[key] = code;
  return key;
}

/** A code works once: taking it removes it, expired or not. */
export function takeCode(provider: ProviderState, key: string): AuthorizationCode | null {
  const code = provider.codes[key] ?? null;
  delete provider.codes[key];
  return code;
}

export function issueAccessToken(provider: ProviderState, grant: Grant, nowMs: number): string {
  forgetExpired(provider.accessTokens, nowMs);
  forgetExpired(provider.codes, nowMs);
  const token = newSecret(96);
  provider.accessTokens[token] = grant;
  return token;
}

export function issueRefreshToken(provider: ProviderState, grant: Grant): string {
  const token = newSecret(64);
  provider.refreshTokens[token] = { ...grant, revoked: false };
  return token;
}

export function findAccessToken(
  provider: ProviderState,
  authorization: string | undefined,
  nowMs: number,
): Grant | null {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  const grant = token ? provider.accessTokens[token] : undefined;
  return grant && grant.expiresAt > nowMs ? grant : null;
}

/** Ends a user's access tokens now. Returns how many there were. */
export function dropAccessTokens(provider: ProviderState, userId: string): number {
  const mine = Object.keys(provider.accessTokens).filter(
    (token) => provider.accessTokens[token]?.userId === userId,
  );
  for (const token of mine) delete provider.accessTokens[token];
  return mine.length;
}

/** Revokes a user's refresh tokens. Returns how many there were. */
export function revokeRefreshTokens(provider: ProviderState, userId: string): number {
  const mine = Object.values(provider.refreshTokens).filter(
    (grant) => grant.userId === userId && !grant.revoked,
  );
  for (const grant of mine) grant.revoked = true;
  return mine.length;
}

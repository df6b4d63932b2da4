import "server-only";
import type { Db } from "@/db/handle";
import { countApiTokens, insertApiToken } from "@/db/queries/api-tokens";
import { AppError } from "@/lib/errors";
import type { CreateTokenInput } from "./schema";
import { mintToken } from "./token";
import { type TokenView, viewToken } from "./token-view";

const MOST_TOKENS = 50;
const DAY_MS = 86_400_000;

/** Makes a token. It is in this answer and nowhere else: what is stored is its hash. */
export async function createToken(
  db: Db,
  { userId, name, scopes, days, now }: CreateTokenInput & { userId: string; now: Date },
): Promise<{ token: string; made: TokenView }> {
  if ((await countApiTokens(db, { userId })) >= MOST_TOKENS) {
    throw new AppError("CONFLICT", `${MOST_TOKENS} tokens are enough. Revoke one first.`);
  }
  const { token, ...kept } = mintToken();
  const row = await insertApiToken(db, {
    userId,
    name,
    ...kept,
    scopes: [...new Set(scopes)],
    expiresAt: days === null ? null : new Date(now.getTime() + days * DAY_MS),
  });
  return { token, made: viewToken(row, now) };
}

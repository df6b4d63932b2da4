import "server-only";
import type { Db } from "@/db/handle";
import { checkUserToken } from "@/lib/apple-music/check-user-token";
import { requestSync } from "@/lib/library/request-sync";
import type { AppleProblem } from "./apple-problem";
import { keepConnection } from "./keep-connection";
import { reconnectBy } from "./reconnect-by";

type Connected = { syncId: string | null };

const problems = {
  refused: "apple-refused",
  misconfigured: "apple-setup",
  unanswered: "apple-unanswered",
} as const;

/**
 * Keeps a music user token that Apple knows and asks for the first sync; `syncId` is to be announced.
 * Apple gives no id of the account, so the user's own stands for it: one library each.
 */
export async function connectApple(
  db: Db,
  { userId, token, now }: { userId: string; token: string; now: Date },
): Promise<Connected | { problem: AppleProblem }> {
  const verdict = await checkUserToken(token);
  if (verdict !== "accepted") return { problem: problems[verdict] };
  await keepConnection(db, {
    userId,
    provider: "apple",
    accountId: userId,
    accessToken: token,
    accessTokenExpiresAt: reconnectBy(now),
    refreshToken: null,
    scopes: [],
    profileId: null,
    displayName: null,
  });
  const { syncId, announce } = await requestSync(db, {
    userId,
    provider: "apple",
    trigger: "connect",
  });
  return { syncId: announce ? syncId : null };
}

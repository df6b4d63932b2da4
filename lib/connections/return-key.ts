import "server-only";
import { createHmac } from "node:crypto";
import type { Provider } from "./provider";

/**
 * All that is kept of an account that was disconnected: a keyed hash of its id, by which its person
 * finds their categories and weeks again at the next sign-in.
 */
export function returnKeyOf(
  { provider, accountId }: { provider: Provider; accountId: string },
  secret: string,
): string {
  const key = createHmac("sha256", Buffer.from(secret, "base64")).update("clouder return key");
  return createHmac("sha256", key.digest()).update(`${provider}:${accountId}`).digest("base64url");
}

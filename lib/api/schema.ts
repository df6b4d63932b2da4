import { z } from "zod";
import { apiScopes } from "./scope";

/** Days until a token ends; null when it is good until it is revoked. */
export const lifetimes = [30, 90, 365, null] as const;

export const createTokenInput = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(z.enum(apiScopes)).min(1),
  days: z.literal(lifetimes),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;

export const tokenInput = z.object({ tokenId: z.uuid() });

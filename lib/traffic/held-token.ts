import { ProviderError } from "./provider-error";

export type Grant = { token: string; refreshToken: string | null; expiresInSeconds: number };

type Held = Grant & { staleAt: number };

/**
 * Holds an application's token in memory. Callers that find it stale or refused wait for one
 * request; a call whose token was refused is repeated once with a new one.
 */
export function heldToken(ask: (last: Grant | null) => Promise<Grant>) {
  let held: Held | null = null;
  let asking: Promise<Held> | null = null;

  const renew = async (): Promise<Held> => {
    const grant = await ask(held);
    const lifeMs = grant.expiresInSeconds * 1000;
    held = { ...grant, staleAt: Date.now() + lifeMs - Math.min(60_000, lifeMs / 10) };
    return held;
  };

  async function current(refused?: string): Promise<string> {
    if (held && held.token !== refused && Date.now() < held.staleAt) return held.token;
    asking ??= renew().finally(() => {
      asking = null;
    });
    return (await asking).token;
  }

  return async function withToken<T>(call: (token: string) => Promise<T>): Promise<T> {
    const token = await current();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.kind !== "unauthorized") throw error;
      return call(await current(token));
    }
  };
}

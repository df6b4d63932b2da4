import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

const RETRY_MS = 250;

export interface Listener {
  /** Connects anew, until it works: at the start, and when a connection to the database was lost. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls back on each notification, and whenever some may have been missed. postgres.js listens
 * again by itself just once, which is not enough when the database is away for a moment.
 */
export function createListener(
  databaseUrl: string,
  callbacks: Record<string, () => void>,
): Listener {
  let client: postgres.Sql | null = null;
  let renewal: Promise<void> | null = null;
  let stale = false;
  let closed = false;

  function renew() {
    stale = true;
    renewal ??= reconnect().finally(() => {
      renewal = null;
    });
    return renewal;
  }

  async function reconnect() {
    while (stale && !closed) {
      stale = false;
      await client?.end({ timeout: 0 });
      client = await connect();
      if (!client) await retryLater();
      else for (const callback of Object.values(callbacks)) callback();
    }
  }

  async function retryLater() {
    stale = true;
    await sleep(RETRY_MS);
  }

  /** Null when the database is away. */
  async function connect(): Promise<postgres.Sql | null> {
    const next = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    try {
      for (const [channel, callback] of Object.entries(callbacks)) {
        await next.listen(channel, callback);
      }
      return next;
    } catch {
      await next.end({ timeout: 0 });
      return null;
    }
  }

  async function close() {
    closed = true;
    await renewal;
    await client?.end({ timeout: 1 });
  }

  return { renew, close };
}

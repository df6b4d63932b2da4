import { cron } from "inngest";
import { db } from "@/db/client";
import { listDisconnected } from "@/db/queries/erasures";
import { inngest } from "@/inngest/client";
import { connectionDisconnected } from "@/inngest/events";
import { eraseConnection } from "@/lib/connections/erase-connection";
import { env } from "@/lib/env";

const MOST_AT_ONCE = 20;

/** Erases what connections brought that were given up, at once or, were that lost, within a minute. */
export const eraseConnections = inngest.createFunction(
  {
    id: "erase-connections",
    triggers: [connectionDisconnected, cron(env.SWEEP_CRON)],
    concurrency: { limit: 1 },
    retries: 5,
  },
  async ({ step }) => {
    const given = await step.run("list-disconnected", () =>
      listDisconnected(db, { limit: MOST_AT_ONCE }),
    );
    for (const connection of given) {
      await step.run("erase-connection", () => eraseConnection(db, connection));
    }
    return { erased: given.length };
  },
);

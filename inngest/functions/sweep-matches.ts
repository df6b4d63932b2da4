import { cron } from "inngest";
import { db } from "@/db/client";
import { listWeeksToMatch } from "@/db/queries/matches";
import { inngest } from "@/inngest/client";
import { matchingRequested } from "@/inngest/events";
import { env } from "@/lib/env";

const IDLE_MINUTES = 10;
const RECENT_DAYS = 2;

export const sweepMatches = inngest.createFunction(
  { id: "sweep-matches", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const collectionIds = await step.run("list-weeks-to-match", () =>
      listWeeksToMatch(db, { idleMinutes: IDLE_MINUTES, recentDays: RECENT_DAYS }),
    );
    if (collectionIds.length > 0) {
      await step.sendEvent(
        "announce-weeks",
        collectionIds.map((collectionId) => matchingRequested.create({ collectionId })),
      );
    }
    return { announced: collectionIds.length };
  },
);

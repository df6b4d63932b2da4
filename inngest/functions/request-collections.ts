import { cron } from "inngest";
import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { collectionRequested } from "@/inngest/events";
import { requestFollowedWeeks } from "@/lib/collection/request-followed-weeks";
import { env } from "@/lib/env";

export const requestCollections = inngest.createFunction(
  { id: "request-collections", triggers: [cron(env.COLLECT_CRON)] },
  async ({ step }) => {
    const collectionIds = await step.run("request-followed-weeks", () =>
      requestFollowedWeeks(db, { now: new Date() }),
    );
    if (collectionIds.length > 0) {
      await step.sendEvent(
        "announce-requests",
        collectionIds.map((collectionId) => collectionRequested.create({ collectionId })),
      );
    }
    return { requested: collectionIds.length };
  },
);

import { cron } from "inngest";
import { db } from "@/db/client";
import { claimStandingStill } from "@/db/queries/collections";
import { inngest } from "@/inngest/client";
import { collectionRequested } from "@/inngest/events";
import { env } from "@/lib/env";

const STANDING_STILL_MINUTES = 5;

export const sweepCollections = inngest.createFunction(
  { id: "sweep-collections", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const collectionIds = await step.run("find-standing-still", () =>
      claimStandingStill(db, { minutes: STANDING_STILL_MINUTES }),
    );
    if (collectionIds.length > 0) {
      await step.sendEvent(
        "announce-again",
        collectionIds.map((collectionId) => collectionRequested.create({ collectionId })),
      );
    }
    return { announced: collectionIds.length };
  },
);

import { cron } from "inngest";
import { db } from "@/db/client";
import { listStillRecounts } from "@/db/queries/plays-recounts";
import { inngest } from "@/inngest/client";
import { recountRequested } from "@/inngest/events";
import { env } from "@/lib/env";

const STANDING_STILL_MINUTES = 5;
const MOST_AT_ONCE = 100;

/** Takes up countings whose announcement was lost. */
export const sweepRecounts = inngest.createFunction(
  { id: "sweep-recounts", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const still = await step.run("find-standing-still", () =>
      listStillRecounts(db, { minutes: STANDING_STILL_MINUTES, limit: MOST_AT_ONCE }),
    );
    const events = still.map((own) => recountRequested.create(own));
    if (events.length > 0) await step.sendEvent("announce", events);
    return { again: still.length };
  },
);

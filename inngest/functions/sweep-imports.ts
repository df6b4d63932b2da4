import { cron } from "inngest";
import { db } from "@/db/client";
import { listStillImports } from "@/db/queries/plays-imports";
import { inngest } from "@/inngest/client";
import { playsImportRequested } from "@/inngest/events";
import { env } from "@/lib/env";
import { removeStaleUploads } from "@/lib/history/remove-stale-uploads";

const STANDING_STILL_MINUTES = 5;
const MOST_AT_ONCE = 100;

/** Takes up imports whose announcement was lost, and deletes files that nobody needs any more. */
export const sweepImports = inngest.createFunction(
  { id: "sweep-imports", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const still = await step.run("find-standing-still", () =>
      listStillImports(db, { minutes: STANDING_STILL_MINUTES, limit: MOST_AT_ONCE }),
    );
    const removed = await step.run("remove-stale-uploads", () => removeStaleUploads(db));
    const events = still.map((own) => playsImportRequested.create(own));
    if (events.length > 0) await step.sendEvent("announce", events);
    return { again: still.length, removed };
  },
);

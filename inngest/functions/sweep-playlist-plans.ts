import { cron } from "inngest";
import { db } from "@/db/client";
import { claimNeglectedPlans } from "@/db/queries/playlists-plans";
import { inngest } from "@/inngest/client";
import { playlistPlanApproved } from "@/inngest/events";
import { env } from "@/lib/env";

const MOST_AT_ONCE = 500;

export const sweepPlaylistPlans = inngest.createFunction(
  { id: "sweep-playlist-plans", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const plans = await step.run("find-neglected", () =>
      claimNeglectedPlans(db, { limit: MOST_AT_ONCE }),
    );
    if (plans.length > 0) {
      await step.sendEvent(
        "announce-again",
        plans.map((plan) => playlistPlanApproved.create(plan)),
      );
    }
    return { announced: plans.length };
  },
);

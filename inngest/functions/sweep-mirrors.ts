import { cron } from "inngest";
import { db } from "@/db/client";
import { claimNeglectedMirrors } from "@/db/queries/mirrors";
import { inngest } from "@/inngest/client";
import { mirrorChanged } from "@/inngest/events";
import { env } from "@/lib/env";

const MOST_AT_ONCE = 500;

export const sweepMirrors = inngest.createFunction(
  { id: "sweep-mirrors", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const mirrors = await step.run("find-neglected", () =>
      claimNeglectedMirrors(db, { limit: MOST_AT_ONCE }),
    );
    if (mirrors.length > 0) {
      await step.sendEvent(
        "announce-again",
        mirrors.map((mirror) => mirrorChanged.create(mirror)),
      );
    }
    return { announced: mirrors.length };
  },
);

import { cron } from "inngest";
import { db } from "@/db/client";
import { claimDueRuleSets } from "@/db/queries/rule-sets-targets";
import { inngest } from "@/inngest/client";
import { ruleSetDue } from "@/inngest/events";
import { env } from "@/lib/env";

const MOST_AT_ONCE = 200;
const AGAIN_MS = 600_000;

/** Announces rule sets whose time has come; one that got lost is announced again. */
export const sweepRuleSets = inngest.createFunction(
  { id: "sweep-rule-sets", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const due = await step.run("claim-due", () => {
      const now = new Date();
      const again = new Date(now.getTime() + AGAIN_MS);
      return claimDueRuleSets(db, { now, again, limit: MOST_AT_ONCE });
    });
    if (due.length > 0) {
      await step.sendEvent(
        "announce-due",
        due.map((own) => ruleSetDue.create(own)),
      );
    }
    return { announced: due.length };
  },
);

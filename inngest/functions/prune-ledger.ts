import { cron } from "inngest";
import { db } from "@/db/client";
import { pruneLedger as prune } from "@/db/queries/traffic";
import { inngest } from "@/inngest/client";

const KEPT_DAYS = 90;

/** What providers were asked long ago tells nothing any more. */
export const pruneLedger = inngest.createFunction(
  { id: "prune-ledger", triggers: [cron("TZ=UTC 40 3 * * *")] },
  ({ step }) => step.run("prune-ledger", () => prune(db, { days: KEPT_DAYS })),
);

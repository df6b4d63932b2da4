import { cron } from "inngest";
import { db } from "@/db/client";
import { deleteFreeBudgets } from "@/db/queries/api-budgets";
import { inngest } from "@/inngest/client";

/** Callers of the API that have all their requests again need no row. */
export const pruneBudgets = inngest.createFunction(
  { id: "prune-budgets", triggers: [cron("TZ=UTC 50 3 * * *")] },
  ({ step }) => step.run("delete-free", () => deleteFreeBudgets(db)),
);

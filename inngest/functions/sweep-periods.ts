import { cron } from "inngest";
import { db } from "@/db/client";
import { listStalePeriods } from "@/db/queries/periods";
import { inngest } from "@/inngest/client";
import { mirrorChanged } from "@/inngest/events";
import { fillPeriod } from "@/lib/curation/fill-period";
import { env } from "@/lib/env";

export const sweepPeriods = inngest.createFunction(
  { id: "sweep-periods", triggers: [cron(env.SWEEP_CRON)], concurrency: 1 },
  async ({ step }) => {
    const periods = await step.run("find-stale", () => listStalePeriods(db));
    const changed = [];
    for (const { periodId, userId } of periods) {
      const { mirrorIds } = await step.run(`fill-${periodId}`, () =>
        fillPeriod(db, { periodId, userId }),
      );
      changed.push(...mirrorIds.map((mirrorId) => mirrorChanged.create({ mirrorId, userId })));
    }
    if (changed.length > 0) await step.sendEvent("announce-mirrors", changed);
    return { filled: periods.length };
  },
);

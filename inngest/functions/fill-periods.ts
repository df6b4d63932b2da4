import { db } from "@/db/client";
import { listOpenPeriods } from "@/db/queries/periods";
import { inngest } from "@/inngest/client";
import { collectionFinished, mirrorChanged } from "@/inngest/events";
import { fillPeriod } from "@/lib/curation/fill-period";

/** A collected week reaches every board that is open on it. */
export const fillPeriods = inngest.createFunction(
  {
    id: "fill-periods",
    triggers: [collectionFinished],
    concurrency: { key: "event.data.collectionId", limit: 1 },
    retries: 5,
  },
  async ({ event, step }) => {
    const periods = await step.run("list-periods", () => listOpenPeriods(db, event.data));
    const changed = [];
    for (const { periodId, userId } of periods) {
      const { mirrorIds } = await step.run(`fill-${periodId}`, () =>
        fillPeriod(db, { periodId, userId }),
      );
      changed.push(...mirrorIds.map((mirrorId) => mirrorChanged.create({ mirrorId, userId })));
    }
    if (changed.length > 0) await step.sendEvent("announce-mirrors", changed);
    return { periods: periods.length };
  },
);

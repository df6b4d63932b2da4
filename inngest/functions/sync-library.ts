import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { factsOutdated, jobCancelled, librarySyncRequested } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { beginSync } from "@/lib/library/begin-sync";
import { failSync, finishSync } from "@/lib/library/finish-sync";
import { readPages } from "@/lib/library/read-pages";

/** Reads a user's library, some pages a step; a part that waits for its provider holds up no other. */
export const syncLibrary = inngest.createFunction(
  {
    id: "sync-library",
    triggers: [librarySyncRequested],
    singleton: { key: "event.data.syncId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("sync", "syncId") }],
    concurrency: { limit: 4 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { syncId, userId } = event.data.event.data;
      const run = { syncId, userId, runId: event.data.run_id };
      await step.run("fail-sync", () => failSync(db, { ...run, problem: plainProblem(error) }));
    },
  },
  async ({ event, step, runId }) => {
    const { syncId, userId } = event.data;
    const reports = reportsTo({ kind: "sync", subjectId: syncId, runId });
    const sync = await step.run("begin-sync", () => beginSync(db, { syncId, userId, runId }));
    if (!sync) return { status: "nothing to do" };

    for (let number = 1, more = true; more; number += 1) {
      const reading = await untilAnswered(step, {
        id: `read-pages-${number}`,
        run: () => readPages(db, sync),
        ...reports,
      });
      if (reading.waitUntil) await step.sleepUntil(`wait-after-${number}`, reading.waitUntil);
      more = reading.more;
    }
    const outcome = await untilAnswered(step, {
      id: "finish-sync",
      run: () => finishSync(db, sync),
      ...reports,
    });
    await step.sendEvent("announce-facts", factsOutdated.create({ userId }));
    return outcome;
  },
);

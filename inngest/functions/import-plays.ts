import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { factsOutdated, jobCancelled, playsImportRequested } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { beginImport } from "@/lib/history/begin-import";
import { failImport, finishImport } from "@/lib/history/finish-import";
import { readRows } from "@/lib/history/read-rows";

/** Reads an export of everything that was played, some seconds a step. */
export const importPlays = inngest.createFunction(
  {
    id: "import-plays",
    triggers: [playsImportRequested],
    singleton: { key: "event.data.importId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("import", "importId") }],
    concurrency: { limit: 2 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { importId, userId } = event.data.event.data;
      const run = { importId, userId, runId: event.data.run_id };
      await step.run("fail-import", () => failImport(db, { ...run, problem: plainProblem(error) }));
    },
  },
  async ({ event, step, runId }) => {
    const { importId, userId } = event.data;
    const reports = reportsTo({ kind: "import", subjectId: importId, runId });
    const run = await untilAnswered(step, {
      id: "begin-import",
      run: () => beginImport(db, { importId, userId, runId }),
      ...reports,
    });
    if (!run) return { status: "nothing to do" };

    for (let number = 1, more = true; more; number += 1) {
      const reading = await untilAnswered(step, {
        id: `read-rows-${number}`,
        run: () => readRows(db, run),
        ...reports,
      });
      more = reading.more;
    }
    const outcome = await untilAnswered(step, {
      id: "finish-import",
      run: () => finishImport(db, run),
      ...reports,
    });
    await step.sendEvent("announce-facts", factsOutdated.create({ userId }));
    return outcome;
  },
);

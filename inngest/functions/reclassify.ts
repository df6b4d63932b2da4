import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { classificationRequested, jobCancelled } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import {
  beginClassification,
  failClassification,
  finishClassification,
  goOnClassifying,
} from "@/lib/enrichment/reclassify-tracks";

/** Works out every label of a user's tracks again, some thousand tracks a step. */
export const reclassify = inngest.createFunction(
  {
    id: "reclassify",
    triggers: [classificationRequested],
    singleton: { key: "event.data.userId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("classification", "userId") }],
    concurrency: { limit: 2 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const run = { userId: event.data.event.data.userId, runId: event.data.run_id };
      await step.run("fail-classification", () =>
        failClassification(db, { ...run, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const run = { userId: event.data.userId, runId };
    const reports = reportsTo({ kind: "classification", subjectId: run.userId, runId });
    await untilAnswered(step, {
      id: "begin-classification",
      run: () => beginClassification(db, run),
      ...reports,
    });
    let steps = 0;
    for (let after: string | null = ""; after !== null; ) {
      steps += 1;
      const from: string = after;
      const labelled = await untilAnswered(step, {
        id: `classify-on-${steps}`,
        run: () => goOnClassifying(db, { ...run, after: from }),
        ...reports,
      });
      after = labelled.after;
    }
    await untilAnswered(step, {
      id: "finish-classification",
      run: () => finishClassification(db, run),
      ...reports,
    });
    return { steps };
  },
);

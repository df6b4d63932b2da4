import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { jobCancelled, recountRequested } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { beginRecount, failRecount, goOnRecounting } from "@/lib/history/recount-plays";

/** Counts a person's plays again in the days of another time zone, some seconds a step. */
export const recountPlays = inngest.createFunction(
  {
    id: "recount-plays",
    triggers: [recountRequested],
    singleton: { key: "event.data.userId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("recount", "userId") }],
    concurrency: { limit: 2 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const run = { userId: event.data.event.data.userId, runId: event.data.run_id };
      await step.run("fail-recount", () =>
        failRecount(db, { ...run, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const run = { userId: event.data.userId, runId };
    const reports = reportsTo({ kind: "recount", subjectId: run.userId, runId });
    await untilAnswered(step, {
      id: "begin-recount",
      run: () => beginRecount(db, run),
      ...reports,
    });
    let steps = 0;
    for (let more = true; more; ) {
      steps += 1;
      const counting = await untilAnswered(step, {
        id: `count-on-${steps}`,
        run: () => goOnRecounting(db, run),
        ...reports,
      });
      more = counting.more;
    }
    return { steps };
  },
);

import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { factsOutdated, jobCancelled } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import {
  beginRefresh,
  failRefresh,
  finishRefresh,
  goOnRefreshing,
} from "@/lib/enrichment/refresh-facts";

/** Gathers what rules ask about, once a user's library and decisions have been quiet for a moment. */
export const refreshFacts = inngest.createFunction(
  {
    id: "refresh-facts",
    triggers: [factsOutdated],
    debounce: { key: "event.data.userId", period: "10s", timeout: "1m" },
    cancelOn: [{ event: jobCancelled, if: stopped("facts", "userId") }],
    concurrency: [{ limit: 2 }, { key: "event.data.userId", limit: 1 }],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const run = { userId: event.data.event.data.userId, runId: event.data.run_id };
      await step.run("fail-refresh", () =>
        failRefresh(db, { ...run, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const { userId } = event.data;
    const reports = reportsTo({ kind: "facts", subjectId: userId, runId });
    const run = await untilAnswered(step, {
      id: "begin-refresh",
      run: () => beginRefresh(db, { userId, runId }),
      ...reports,
    });
    let steps = 0;
    for (let more = true; more; ) {
      steps += 1;
      const gathering = await untilAnswered(step, {
        id: `gather-on-${steps}`,
        run: () => goOnRefreshing(db, run),
        ...reports,
      });
      more = gathering.more;
    }
    await untilAnswered(step, {
      id: "finish-refresh",
      run: () => finishRefresh(db, run),
      ...reports,
    });
    return { steps };
  },
);

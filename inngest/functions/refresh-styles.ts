import { cron } from "inngest";
import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { jobCancelled, stylesRefreshRequested } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { refreshStyles as refresh } from "@/lib/catalog/ensure-styles";
import { beginRefresh, failRefresh, finishRefresh, refreshJob } from "@/lib/catalog/report-refresh";
import { env } from "@/lib/env";

export const refreshStyles = inngest.createFunction(
  {
    id: "refresh-styles",
    triggers: [cron(env.STYLES_CRON), stylesRefreshRequested],
    singleton: { mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: 'async.data.kind == "styles"' }],
    onFailure: async ({ event, error, step }) => {
      const { run_id: runId } = event.data;
      await step.run("fail-refresh", () =>
        failRefresh(db, { runId, problem: plainProblem(error) }),
      );
    },
  },
  async ({ step, runId }) => {
    await step.run("begin-refresh", () => beginRefresh(db, { runId }));
    const { genres } = await untilAnswered(step, {
      id: "refresh-styles",
      run: () => refresh(db, { lane: "background" }),
      ...reportsTo(refreshJob(runId)),
    });
    await step.run("finish-refresh", () => finishRefresh(db, { runId, genres }));
    return { genres };
  },
);

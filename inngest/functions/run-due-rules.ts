import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { playlistPlanApproved, ruleSetDue } from "@/inngest/events";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { runRuleSet, settleRun } from "@/lib/rules/run-rule-set";

/** Makes the playlist of a rule set anew, or asks the person where they want to be asked. */
export const runDueRules = inngest.createFunction(
  {
    id: "run-due-rules",
    triggers: [ruleSetDue],
    singleton: { key: "event.data.ruleSetId", mode: "skip" },
    concurrency: [{ key: "event.data.userId", limit: 1 }],
    retries: 3,
    onFailure: async ({ event, error, step }) => {
      const { ruleSetId, userId } = event.data.event.data;
      const problem = plainProblem(error);
      await step.run("tell-problem", () =>
        settleRun(db, { ruleSetId, userId, problem, now: new Date() }),
      );
    },
  },
  async ({ event, step }) => {
    const own = event.data;
    const run = await untilAnswered(step, {
      id: "plan-playlist",
      run: () => runRuleSet(db, { ...own, now: new Date() }),
    });
    if (run.outcome === "approved" && run.planId) {
      const plan = { planId: run.planId, userId: own.userId };
      await step.sendEvent("carry-out", playlistPlanApproved.create(plan));
    }
    return run;
  },
);

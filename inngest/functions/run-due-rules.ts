import type { GetStepTools } from "inngest";
import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { factsOutdated, playlistPlanApproved, ruleSetDue, sourceRequested } from "@/inngest/events";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { untilOver } from "@/inngest/until-over";
import { awaitFacts, lookAtFacts } from "@/lib/rules/await-facts";
import { lookAtSources, refreshSources } from "@/lib/rules/refresh-sources";
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
    const asked = await step.run("refresh-sources", () =>
      refreshSources(db, { ...own, now: new Date() }),
    );
    const since = await sourcesRead(step, { ...own, ...asked });
    const run = await untilAnswered(step, {
      id: "plan-playlist",
      run: () => runRuleSet(db, { ...own, waited: { ...asked, since }, now: new Date() }),
    });
    if (run.outcome === "approved" && run.planId) {
      const plan = { planId: run.planId, userId: own.userId };
      await step.sendEvent("carry-out", playlistPlanApproved.create(plan));
    }
    return run;
  },
);

type Asked = { userId: string; sourceIds: string[]; lookAt: string | null };

/** Waits until sources are fetched and facts know of it. Answers of which moment these must be; null where nothing was asked for. */
async function sourcesRead(
  step: GetStepTools<typeof inngest>,
  { userId, sourceIds, lookAt }: Asked,
): Promise<string | null> {
  if (sourceIds.length === 0) return null;
  await step.sendEvent(
    "ask-for-sources",
    sourceIds.map((sourceId) => sourceRequested.create({ sourceId, userId })),
  );
  await untilOver(step, {
    id: "sources",
    lookAt,
    look: (looks) => lookAtSources(db, { userId, sourceIds, looks, now: new Date() }),
  });
  const facts = await step.run("await-facts", () => awaitFacts(db, { userId, now: new Date() }));
  await step.sendEvent("ask-for-facts", factsOutdated.create({ userId }));
  const { since } = facts;
  await untilOver(step, {
    id: "facts",
    lookAt: facts.lookAt,
    look: (looks) => lookAtFacts(db, { userId, since, looks, now: new Date() }),
  });
  return since;
}

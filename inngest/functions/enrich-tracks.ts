import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { enrichmentRequested, factsOutdated, jobCancelled, sourceFetched } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { askEnricher } from "@/lib/sources/ask-enricher";
import { beginEnrichment } from "@/lib/sources/begin-enrichment";
import { failEnrichment, finishEnrichment, pauseEnrichment } from "@/lib/sources/finish-enrichment";

/** With the waits between them far fewer than a run may have. */
const MOST_STEPS = 300;

/** Asks whoever may know more of the recordings of a source, some seconds a step. */
export const enrichTracks = inngest.createFunction(
  {
    id: "enrich-tracks",
    triggers: [sourceFetched, enrichmentRequested],
    singleton: { key: "event.data.sourceId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("enrichment", "sourceId") }],
    concurrency: [{ limit: 2 }, { key: "event.data.userId", limit: 1 }],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { sourceId, userId } = event.data.event.data;
      const run = { sourceId, userId, runId: event.data.run_id };
      await step.run("fail-enrichment", () =>
        failEnrichment(db, { ...run, problem: plainProblem(error) }),
      );
      await step.sendEvent("announce-facts", factsOutdated.create({ userId }));
    },
  },
  async ({ event, step, runId }) => {
    const { sourceId, userId } = event.data;
    const reports = reportsTo({ kind: "enrichment", subjectId: sourceId, runId });
    const enrichers = enrichersInUse();
    const run = await step.run("begin-enrichment", () =>
      beginEnrichment(db, { sourceId, userId, runId, enrichers }),
    );
    if (!run) return { status: "nothing to do" };

    let steps = 0;
    let done = 0;
    let goesOn = false;
    for (const enricher of enrichers) {
      for (let after = "", more = true; more; ) {
        goesOn = steps === MOST_STEPS;
        if (goesOn) break;
        steps += 1;
        const from = { after, done };
        ({ after, done, more } = await untilAnswered(step, {
          id: `ask-${enricher.source}-${steps}`,
          run: () => askEnricher(db, run, { enricher, ...from }),
          ...reports,
        }));
      }
    }
    const result = await untilAnswered(step, {
      id: goesOn ? "pause-enrichment" : "finish-enrichment",
      run: async () => (goesOn ? pauseEnrichment(db, run) : finishEnrichment(db, run)),
      ...reports,
    });
    await step.sendEvent("announce-facts", factsOutdated.create({ userId }));
    return result;
  },
);

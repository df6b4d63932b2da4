import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { collectionFinished, collectionRequested, jobCancelled } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { beginCollection, type Reading } from "@/lib/collection/begin-collection";
import type { Place } from "@/lib/collection/place";
import { processCollection } from "@/lib/collection/process-collection";
import { readPage } from "@/lib/collection/read-page";
import { failCollection, settleCollection } from "@/lib/collection/settle-collection";

export const collectWeek = inngest.createFunction(
  {
    id: "collect-week",
    triggers: [collectionRequested],
    singleton: { key: "event.data.collectionId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("collection", "collectionId") }],
    concurrency: { limit: 2 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { collectionId } = event.data.event.data;
      const run = { collectionId, runId: event.data.run_id };
      await step.run("fail-collection", () =>
        failCollection(db, { ...run, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const { collectionId } = event.data;
    const run = { collectionId, runId };
    const reports = reportsTo({ kind: "collection", subjectId: collectionId, runId });
    const reading = await step.run("begin-collection", () => beginCollection(db, run));
    if (!reading) return { status: "nothing to do" };

    for (let place: Place | null = reading.place; place; ) {
      const { generation, day, page }: Place = place;
      const here: Reading = { ...reading, place };
      place = await untilAnswered(step, {
        id: `read-page-${generation}-${day ?? "week"}-${page}`,
        run: () => readPage(db, { collectionId, reading: here }),
        ...reports,
      });
    }

    for (let batch = 1, more = true; more; batch += 1) {
      const processed = await untilAnswered(step, {
        id: `process-batch-${batch}`,
        run: () => processCollection(db, run),
        ...reports,
      });
      more = processed.more;
    }

    const settled = await untilAnswered(step, {
      id: "settle-collection",
      run: () => settleCollection(db, run),
      ...reports,
    });
    await step.sendEvent("announce-finished", collectionFinished.create({ collectionId }));
    return settled;
  },
);

import { db } from "@/db/client";
import { waitJob } from "@/db/queries/jobs";
import { inngest } from "@/inngest/client";
import { collectionFinished, collectionRequested } from "@/inngest/events";
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
    concurrency: { limit: 2 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { collectionId } = event.data.event.data;
      await step.run("fail-collection", () =>
        failCollection(db, { collectionId, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step }) => {
    const { collectionId } = event.data;
    const reading = await step.run("begin-collection", () => beginCollection(db, { collectionId }));
    if (!reading) return { status: "nothing to do" };

    for (let place: Place | null = reading.place; place; ) {
      const { generation, day, page }: Place = place;
      const here: Reading = { ...reading, place };
      place = await untilAnswered(step, {
        id: `read-page-${generation}-${day ?? "week"}-${page}`,
        run: () => readPage(db, { collectionId, reading: here }),
        onWait: ({ until, message }) =>
          waitJob(db, { kind: "collection", subjectId: collectionId, until, message }),
      });
    }

    for (let batch = 1, more = true; more; batch += 1) {
      const processed = await step.run(`process-batch-${batch}`, () =>
        processCollection(db, { collectionId }),
      );
      more = processed.more;
    }

    const settled = await step.run("settle-collection", () =>
      settleCollection(db, { collectionId }),
    );
    await step.sendEvent("announce-finished", collectionFinished.create({ collectionId }));
    return settled;
  },
);

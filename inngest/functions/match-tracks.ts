import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { collectionFinished, matchingRequested, matchingSettled } from "@/inngest/events";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { env } from "@/lib/env";
import { failMatching, finishMatching } from "@/lib/matching/finish-matching";
import { openMatching } from "@/lib/matching/open-matching";
import { settleChunk } from "@/lib/matching/settle-chunk";

export const matchTracks = inngest.createFunction(
  {
    id: "match-tracks",
    triggers: [collectionFinished, matchingRequested],
    concurrency: [{ key: "event.data.collectionId", limit: 1 }, { limit: 2 }],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { collectionId } = event.data.event.data;
      await step.run("fail-matching", () =>
        failMatching(db, { collectionId, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step }) => {
    const { collectionId } = event.data;
    const matching = await step.run("open-matching", () => openMatching(db, { collectionId }));
    if (!matching) return { status: "nothing to do" };

    for (let number = 1, more = true; more; number += 1) {
      const chunk = await untilAnswered(step, {
        id: `settle-chunk-${number}`,
        run: () =>
          settleChunk(db, {
            collectionId,
            matching,
            limit: env.MATCH_CHUNK_SIZE,
            now: new Date(),
          }),
      });
      const { trackIds, waitUntil } = chunk;
      if (trackIds.length > 0) {
        await step.sendEvent(
          `announce-chunk-${number}`,
          matchingSettled.create({ collectionId, trackIds }),
        );
      }
      if (waitUntil) await step.sleepUntil(`wait-after-chunk-${number}`, waitUntil);
      more = chunk.more;
    }

    return step.run("finish-matching", () => finishMatching(db, { collectionId, matching }));
  },
);

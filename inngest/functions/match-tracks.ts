import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import {
  collectionFinished,
  jobCancelled,
  matchingRequested,
  matchingSettled,
} from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { env } from "@/lib/env";
import { failMatching, finishMatching } from "@/lib/matching/finish-matching";
import { openMatching } from "@/lib/matching/open-matching";
import { settleChunk } from "@/lib/matching/settle-chunk";

export const matchTracks = inngest.createFunction(
  {
    id: "match-tracks",
    triggers: [collectionFinished, matchingRequested],
    cancelOn: [{ event: jobCancelled, if: stopped("matching", "collectionId") }],
    concurrency: [{ key: "event.data.collectionId", limit: 1 }, { limit: 2 }],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { collectionId } = event.data.event.data;
      const run = { collectionId, runId: event.data.run_id };
      await step.run("fail-matching", () =>
        failMatching(db, { ...run, problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step, runId }) => {
    const { collectionId } = event.data;
    const reports = reportsTo({ kind: "matching", subjectId: collectionId, runId });
    const matching = await step.run("open-matching", () =>
      openMatching(db, { collectionId, runId }),
    );
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
        ...reports,
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

    return untilAnswered(step, {
      id: "finish-matching",
      run: () => finishMatching(db, { collectionId, matching }),
      ...reports,
    });
  },
);

import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { jobCancelled, mirrorChanged } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { env } from "@/lib/env";
import { beginMirror } from "@/lib/mirrors/begin-mirror";
import { followMirror } from "@/lib/mirrors/follow-mirror";
import { failMirror, waitMirror } from "@/lib/mirrors/halt-mirror";

/** Far more than any playlist needs; what is left then is the sweep's. */
const MOST_STEPS = 200;

/** Brings a Spotify playlist in step with its list, a write a step, once the DJ pauses for breath. */
export const syncMirror = inngest.createFunction(
  {
    id: "sync-mirror",
    triggers: [mirrorChanged],
    debounce: {
      key: "event.data.mirrorId",
      period: `${env.MIRROR_PAUSE_S}s`,
      timeout: `${3 * env.MIRROR_PAUSE_S}s`,
    },
    cancelOn: [{ event: jobCancelled, if: stopped("mirror", "mirrorId") }],
    concurrency: [
      { key: "event.data.mirrorId", limit: 1 },
      { key: "event.data.userId", limit: 3 },
    ],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { mirrorId, userId } = event.data.event.data;
      const run = { mirrorId, userId, runId: event.data.run_id };
      await step.run("fail-mirror", () => failMirror(db, { ...run, problem: plainProblem(error) }));
    },
  },
  async ({ event, step, runId }) => {
    const { mirrorId, userId } = event.data;
    const run = { mirrorId, userId, runId };
    const { onProblem } = reportsTo({ kind: "mirror", subjectId: mirrorId, runId });
    const isBehind = await step.run("begin-mirror", () => beginMirror(db, run));
    if (!isBehind) return { steps: 0 };

    for (let turn = 1; turn <= MOST_STEPS; turn += 1) {
      const { more, pauseSeconds } = await untilAnswered(step, {
        id: `follow-mirror-${turn}`,
        run: () => followMirror(db, { ...run, now: new Date() }),
        onWait: (wait) => waitMirror(db, { ...run, wait }),
        onProblem,
      });
      if (!more) return { steps: turn };
      if (pauseSeconds) await step.sleep(`let-spotify-settle-${turn}`, `${pauseSeconds}s`);
    }
    return { steps: MOST_STEPS };
  },
);

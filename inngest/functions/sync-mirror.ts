import { db } from "@/db/client";
import { updateMirror } from "@/db/queries/mirrors-sync";
import { inngest } from "@/inngest/client";
import { mirrorChanged } from "@/inngest/events";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { env } from "@/lib/env";
import { followMirror } from "@/lib/mirrors/follow-mirror";

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
    concurrency: [
      { key: "event.data.mirrorId", limit: 1 },
      { key: "event.data.userId", limit: 3 },
    ],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { mirrorId, userId } = event.data.event.data;
      await step.run("fail-mirror", () =>
        updateMirror(db, { mirrorId, userId, status: "failed", problem: plainProblem(error) }),
      );
    },
  },
  async ({ event, step }) => {
    const { mirrorId, userId } = event.data;
    for (let turn = 1; turn <= MOST_STEPS; turn += 1) {
      const { more } = await untilAnswered(step, {
        id: `follow-mirror-${turn}`,
        run: () => followMirror(db, { mirrorId, userId, now: new Date() }),
        onWait: ({ until }) =>
          updateMirror(db, { mirrorId, userId, status: "waiting", waitingUntil: until }),
      });
      if (!more) return { steps: turn };
    }
    return { steps: MOST_STEPS };
  },
);

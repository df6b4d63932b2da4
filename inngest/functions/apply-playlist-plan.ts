import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { jobCancelled, playlistPlanApproved } from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { applyPlan } from "@/lib/playlists/apply-plan";
import { beginPlan } from "@/lib/playlists/begin-plan";
import { failPlan, waitPlan } from "@/lib/playlists/halt-plan";

/** Many times what a playlist of ordinary length needs; what is left then is the sweep's. */
const MOST_TURNS = 1000;

/** Carries out a plan, a write a step. A playlist has one plan at a time: the database sees to it. */
export const applyPlaylistPlan = inngest.createFunction(
  {
    id: "apply-playlist-plan",
    triggers: [playlistPlanApproved],
    cancelOn: [{ event: jobCancelled, if: stopped("playlist", "planId") }],
    concurrency: [
      { key: "event.data.planId", limit: 1 },
      { key: "event.data.userId", limit: 3 },
    ],
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { planId, userId } = event.data.event.data;
      const run = { planId, userId, runId: event.data.run_id };
      await step.run("fail-plan", () => failPlan(db, { ...run, problem: plainProblem(error) }));
    },
  },
  async ({ event, step, runId }) => {
    const { planId, userId } = event.data;
    const run = { planId, userId, runId };
    const { onProblem } = reportsTo({ kind: "playlist", subjectId: planId, runId });
    const isOpen = await step.run("begin-plan", () => beginPlan(db, run));
    if (!isOpen) return { turns: 0 };

    for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
      const { more, pauseSeconds } = await untilAnswered(step, {
        id: `apply-plan-${turn}`,
        run: () => applyPlan(db, { ...run, now: new Date() }),
        onWait: (wait) => waitPlan(db, { ...run, wait }),
        onProblem,
      });
      if (!more) return { turns: turn };
      if (pauseSeconds) await step.sleep(`let-spotify-settle-${turn}`, `${pauseSeconds}s`);
    }
    return { turns: MOST_TURNS };
  },
);

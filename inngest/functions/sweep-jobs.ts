import { cron } from "inngest";
import { db } from "@/db/client";
import { endSilentJobs, noteSilentJobs } from "@/db/queries/jobs-control";
import { inngest } from "@/inngest/client";
import { env } from "@/lib/env";

/** Collections, syncs and imports have sweeps that take them up; the others open a new job when they go on. */
const ENDED_BY_SILENCE = ["matching", "mirror", "styles"] as const;
const SILENT_MINUTES = 60;

export const sweepJobs = inngest.createFunction(
  { id: "sweep-jobs", triggers: [cron(env.SWEEP_CRON)], concurrency: 1 },
  async ({ step }) => {
    const noted = await step.run("note-silent", () => noteSilentJobs(db));
    const ended = await step.run("end-silent", () =>
      endSilentJobs(db, {
        kinds: ENDED_BY_SILENCE,
        minutes: SILENT_MINUTES,
        message: "Nothing was heard of it for an hour.",
      }),
    );
    return { noted, ended };
  },
);

import { cron } from "inngest";
import { db } from "@/db/client";
import { listOutdated } from "@/db/queries/facts-stale";
import { listSilentJobs } from "@/db/queries/jobs-control";
import { inngest } from "@/inngest/client";
import { classificationRequested, factsOutdated } from "@/inngest/events";
import { nameTracks } from "@/lib/catalog/name-tracks";
import { env } from "@/lib/env";

/** Facts are looked after this often even when nobody says that anything changed. */
const HOURS = 6;
const STANDING_STILL_MINUTES = 5;
const MOST_AT_ONCE = 100;

/** Takes up refreshes and labellings whose announcement was lost, or that never had one. */
export const sweepFacts = inngest.createFunction(
  { id: "sweep-facts", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    for (let number = 1, more = true; more; number += 1) {
      ({ more } = await step.run(`name-tracks-${number}`, () => nameTracks(db)));
    }
    const outdated = await step.run("find-outdated", () =>
      listOutdated(db, {
        hours: HOURS,
        minutes: STANDING_STILL_MINUTES,
        limit: MOST_AT_ONCE,
      }),
    );
    const unlabelled = await step.run("find-silent-classifications", () =>
      listSilentJobs(db, {
        kind: "classification",
        minutes: STANDING_STILL_MINUTES,
        limit: MOST_AT_ONCE,
      }),
    );
    const events = [
      ...outdated.map((own) => factsOutdated.create(own)),
      ...unlabelled.map(({ userId }) => classificationRequested.create({ userId })),
    ];
    if (events.length > 0) await step.sendEvent("announce", events);
    return { again: outdated.length, labelled: unlabelled.length };
  },
);

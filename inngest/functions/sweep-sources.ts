import { cron } from "inngest";
import { db } from "@/db/client";
import { listSilentJobs } from "@/db/queries/jobs-control";
import { claimStillSources, claimUnenriched } from "@/db/queries/sources";
import { inngest } from "@/inngest/client";
import { enrichmentRequested, sourceRequested } from "@/inngest/events";
import { versionOf } from "@/lib/enrichment/enricher";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { env } from "@/lib/env";
import { ASK_AGAIN_DAYS } from "@/lib/sources/ask-enricher";

const STANDING_STILL_MINUTES = 5;
const MOST_AT_ONCE = 100;

export const sweepSources = inngest.createFunction(
  { id: "sweep-sources", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const minutes = STANDING_STILL_MINUTES;
    const still = await step.run("find-standing-still", () => claimStillSources(db, { minutes }));
    const enrichers = enrichersInUse().map(versionOf);
    const limit = enrichers.length > 0 ? MOST_AT_ONCE : 0;
    const unasked = await step.run("find-unenriched", () =>
      claimUnenriched(db, { enrichers, days: ASK_AGAIN_DAYS, minutes, limit }),
    );
    const silent = await step.run("find-silent-enrichments", () =>
      listSilentJobs(db, { kind: "enrichment", minutes, limit: MOST_AT_ONCE }),
    );
    const events = [
      ...still.map((source) => sourceRequested.create(source)),
      ...unasked.map((source) => enrichmentRequested.create(source)),
      ...silent.map(({ subjectId: sourceId, userId }) =>
        enrichmentRequested.create({ sourceId, userId }),
      ),
    ];
    if (events.length > 0) await step.sendEvent("announce", events);
    return { fetches: still.length, enrichments: unasked.length + silent.length };
  },
);

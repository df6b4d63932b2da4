import { cron } from "inngest";
import { db } from "@/db/client";
import { claimDuePlays, claimStillSyncs } from "@/db/queries/sync-due";
import { inngest } from "@/inngest/client";
import { librarySyncRequested, playsDue } from "@/inngest/events";
import { env } from "@/lib/env";
import { requestDueSyncs } from "@/lib/library/request-due-syncs";

const STANDING_STILL_MINUTES = 5;
const PLAYS_AGAIN_MINUTES = 25;
const MOST_AT_ONCE = 100;

export const sweepLibraries = inngest.createFunction(
  { id: "sweep-libraries", triggers: [cron(env.SWEEP_CRON)] },
  async ({ step }) => {
    const syncs = await step.run("request-due", () => requestDueSyncs(db, { limit: MOST_AT_ONCE }));
    const still = await step.run("find-standing-still", () =>
      claimStillSyncs(db, { minutes: STANDING_STILL_MINUTES }),
    );
    const plays = await step.run("find-plays-due", () =>
      claimDuePlays(db, { limit: MOST_AT_ONCE, minutes: PLAYS_AGAIN_MINUTES }),
    );
    const events = [
      ...[...syncs, ...still].map((sync) => librarySyncRequested.create(sync)),
      ...plays.map((listener) => playsDue.create(listener)),
    ];
    if (events.length > 0) await step.sendEvent("announce", events);
    return { syncs: syncs.length, again: still.length, plays: plays.length };
  },
);

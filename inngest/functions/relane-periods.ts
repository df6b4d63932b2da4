import { db } from "@/db/client";
import { raiseMirrorsOfTracks } from "@/db/queries/mirrors";
import { listOpenPeriods } from "@/db/queries/periods";
import { inngest } from "@/inngest/client";
import { matchingSettled, mirrorChanged } from "@/inngest/events";
import { fillPeriod } from "@/lib/curation/fill-period";

/** Spotify's answers move Bronze tracks between lanes, and into the playlists they belong to. */
export const relanePeriods = inngest.createFunction(
  {
    id: "relane-periods",
    triggers: [matchingSettled],
    concurrency: { key: "event.data.collectionId", limit: 1 },
    retries: 5,
  },
  async ({ event, step }) => {
    const { collectionId, trackIds } = event.data;
    const periods = await step.run("list-periods", () => listOpenPeriods(db, { collectionId }));
    for (const period of periods) {
      await step.run(`relane-${period.periodId}`, () => fillPeriod(db, period));
    }
    const mirrors = await step.run("raise-mirrors", () => raiseMirrorsOfTracks(db, { trackIds }));
    if (mirrors.length > 0) {
      await step.sendEvent(
        "announce-mirrors",
        mirrors.map((mirror) => mirrorChanged.create(mirror)),
      );
    }
    return { periods: periods.length, mirrors: mirrors.length };
  },
);

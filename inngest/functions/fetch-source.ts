import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import {
  factsOutdated,
  jobCancelled,
  librarySyncRequested,
  sourceFetched,
  sourceRequested,
} from "@/inngest/events";
import { reportsTo } from "@/inngest/job-reports";
import { stopped } from "@/inngest/stopped";
import { plainProblem, untilAnswered } from "@/inngest/until-answered";
import { untilOver } from "@/inngest/until-over";
import { beginFetch } from "@/lib/sources/begin-fetch";
import { failFetch, finishFetch } from "@/lib/sources/finish-fetch";
import { freshenLibrary, lookAtSync } from "@/lib/sources/freshen-library";
import { findPlace, readTracks } from "@/lib/sources/read-tracks";

/** Fetches the tracks of a source, from a library that is read first where it is too old. */
export const fetchSource = inngest.createFunction(
  {
    id: "fetch-source",
    triggers: [sourceRequested],
    singleton: { key: "event.data.sourceId", mode: "skip" },
    cancelOn: [{ event: jobCancelled, if: stopped("source", "sourceId") }],
    concurrency: { limit: 4 },
    retries: 5,
    onFailure: async ({ event, error, step }) => {
      const { sourceId, userId } = event.data.event.data;
      const run = { sourceId, userId, runId: event.data.run_id };
      await step.run("fail-fetch", () => failFetch(db, { ...run, problem: plainProblem(error) }));
    },
  },
  async ({ event, step, runId }) => {
    const { sourceId, userId } = event.data;
    const reports = reportsTo({ kind: "source", subjectId: sourceId, runId });
    const fetch = await step.run("begin-fetch", () => beginFetch(db, { sourceId, userId, runId }));
    if (!fetch) return { status: "nothing to do" };

    const sync = await untilAnswered(step, {
      id: "freshen-library",
      run: () => freshenLibrary(db, fetch, new Date()),
      ...reports,
    });
    if (sync?.announce) {
      const { syncId } = sync;
      await step.sendEvent("ask-for-sync", librarySyncRequested.create({ syncId, userId }));
    }
    if (sync) {
      const { syncId, lookAt } = sync;
      await untilOver(step, {
        id: "sync",
        lookAt,
        look: (looks) => lookAtSync(db, fetch, { syncId, looks, now: new Date() }),
        ...reports,
      });
    }

    let place = await untilAnswered(step, {
      id: "find-place",
      run: () => findPlace(db, fetch, new Date()),
      ...reports,
    });
    for (let number = 1, more = true; more; number += 1) {
      const here = place;
      const read = await untilAnswered(step, {
        id: `read-tracks-${number}`,
        run: () => readTracks(db, fetch, here),
        ...reports,
      });
      ({ more, ...place } = read);
    }
    const end = place;
    const result = await untilAnswered(step, {
      id: "finish-fetch",
      run: () => finishFetch(db, fetch, end),
      ...reports,
    });
    await step.sendEvent("announce-tracks", [
      ...(result.isOther ? [sourceFetched.create({ sourceId, userId })] : []),
      factsOutdated.create({ userId }),
    ]);
    return result;
  },
);

import "server-only";
import type { Db } from "@/db/handle";
import { countJobs, listEndedJobs, listOpenJobs, type Viewer } from "@/db/queries/jobs-list";
import { cursorText } from "@/lib/cursor";
import type { ActivityPage } from "./job-view";
import type { ActivityInput } from "./schema";

const ENDED_ON_A_PAGE = 50;

/** What is open, and what ended: the newest, or those before a place in the history. */
export async function readActivity(
  db: Db,
  { viewer, ...wanted }: ActivityInput & { viewer: Viewer },
): Promise<ActivityPage> {
  const [open, ended, counts] = await Promise.all([
    wanted.before ? [] : listOpenJobs(db, { viewer, ...wanted }),
    listEndedJobs(db, { viewer, ...wanted, limit: ENDED_ON_A_PAGE }),
    countJobs(db, { viewer, ...wanted }),
  ]);
  return {
    jobs: [...open, ...ended.jobs],
    counts,
    older: ended.older && cursorText(ended.older),
  };
}

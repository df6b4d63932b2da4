import { z } from "zod";
import { readActivity } from "@/lib/jobs/read-activity";
import { readJob } from "@/lib/jobs/read-job";
import { activityStates, jobKinds } from "@/lib/jobs/status";
import { job, jobDetail } from "./job-schemas";
import { operation } from "./operation";
import { cursor, cursorTo, pageOf } from "./page";
import { moment, ofId } from "./shared-schemas";

const list = operation({
  id: "listJobs",
  method: "GET",
  path: "/jobs",
  summary: "Work in the background: what is open, then what ended, newest first",
  scope: "jobs:read",
  query: z.strictObject({
    state: z.enum(activityStates).optional(),
    kind: z.enum(jobKinds).optional(),
    q: z.string().trim().max(100).default("").describe("In the title."),
    cursor: cursor(z.tuple([moment, z.uuid()])),
  }),
  answer: pageOf("JobPage", job),
  run: async ({ db, user, query }) => {
    const [at = "", id = ""] = query.cursor ?? [];
    const { jobs, older } = await readActivity(db, {
      viewer: user,
      state: query.state ?? null,
      kind: query.kind ?? null,
      text: query.q,
      before: query.cursor ? { at, id } : null,
    });
    return { items: jobs, nextCursor: older && cursorTo(older) };
  },
});

const show = operation({
  id: "showJob",
  method: "GET",
  path: "/jobs/{id}",
  summary: "A job with its log, newest line first",
  scope: "jobs:read",
  params: ofId,
  answer: jobDetail,
  run: ({ db, user, params }) => readJob(db, { jobId: params.id, viewer: user }),
});

export const jobOperations = [list, show];

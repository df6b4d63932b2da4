import { z } from "zod";
import { readActivity } from "@/lib/jobs/read-activity";
import { readJob } from "@/lib/jobs/read-job";
import { activityStates, jobKinds, jobLogLevels, jobStatuses } from "@/lib/jobs/status";
import { component } from "./component";
import { operation } from "./operation";
import { cursor, cursorTo, pageOf } from "./page";
import { moment, ofId } from "./shared-schemas";

const jobFields = z.object({
  id: z.uuid(),
  kind: z.enum(jobKinds),
  title: z.string(),
  status: z.enum(jobStatuses),
  phase: z.string().nullable(),
  message: z.string().nullable(),
  total: z.number().int().nullable().describe("Null while it is not known."),
  done: z.number().int(),
  failed: z.number().int(),
  warnings: z.number().int(),
  attempts: z.number().int(),
  standsStill: z.boolean(),
  perMinute: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  waitingUntil: moment.nullable().describe("Set while a provider has Clouder wait."),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  updatedAt: moment,
});

const job = component("Job", jobFields);

const jobLine = component(
  "JobLine",
  z.object({
    id: z.number().int(),
    at: moment,
    level: z.enum(jobLogLevels),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  }),
);

export const jobDetail = component("JobDetail", jobFields.extend({ lines: z.array(jobLine) }));

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

import { z } from "zod";
import { jobKinds, jobLogLevels, jobStatuses } from "@/lib/jobs/status";
import { component } from "./component";
import { moment } from "./shared-schemas";

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

export const job = component("Job", jobFields);

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

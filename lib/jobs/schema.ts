import { z } from "zod";
import { cursor } from "@/lib/cursor";
import { activityStates, jobKinds } from "./status";

export const jobInput = z.object({ jobId: z.uuid() });

/** What of the activity is asked for, as its address says it; what cannot be read is left out. */
export const activityInput = z.object({
  state: z.enum(activityStates).nullable().catch(null),
  kind: z.enum(jobKinds).nullable().catch(null),
  text: z.string().trim().max(100).catch(""),
  before: cursor.nullable().catch(null),
});
export type ActivityInput = z.output<typeof activityInput>;

import { z } from "zod";
import { activityStates, jobKinds } from "./status";

export const jobInput = z.object({ jobId: z.uuid() });

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+))~([\da-f-]{36})$/;

/** What of the activity is asked for, as its address says it; what cannot be read is left out. */
export const activityInput = z.object({
  state: z.enum(activityStates).nullable().catch(null),
  kind: z.enum(jobKinds).nullable().catch(null),
  text: z.string().trim().max(100).catch(""),
  before: z
    .string()
    .regex(CURSOR)
    .transform((cursor) => {
      const [, at = "", id = ""] = CURSOR.exec(cursor) ?? [];
      return { at, id };
    })
    .pipe(z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() }))
    .nullable()
    .catch(null),
});
export type ActivityInput = z.output<typeof activityInput>;

export const cursorText = ({ at, id }: { at: string; id: string }) => `${at}~${id}`;

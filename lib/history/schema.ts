import { z } from "zod";
import { tasteKinds, topKinds } from "./kind";
import { knownZone } from "./time-zone";
import { uploadLimits } from "./upload-limits";

const one = z.string().max(40).optional().catch(undefined);
const place = { period: one, from: one, to: one };

/** What of the history is asked for, as its address says it; what cannot be read is left out. */
export const listeningInput = z.object({ ...place, by: z.enum(topKinds).catch("artist") });
export const tasteInput = z.object({ ...place, by: z.enum(tasteKinds).catch("artist") });
export const goldenInput = z.object({ only: z.enum(["all", "never"]).catch("all") });
export type ListeningInput = z.output<typeof listeningInput>;
export type TasteInput = z.output<typeof tasteInput>;

/** The period's name in an address: two days win over it. */
export const periodIdOf = ({
  period,
  from,
  to,
}: {
  period?: string;
  from?: string;
  to?: string;
}) => (from && to ? `${from}..${to}` : period);

/** By the name that it is known by here. */
export const timeZoneInput = z.object({
  timeZone: z
    .string()
    .transform(knownZone)
    .refine((zone) => zone !== null),
});

export const importInput = z.object({ importId: z.uuid() });
export const openImportInput = z.object({
  uploads: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        bytes: z.number().int().min(1).max(uploadLimits.bytes),
      }),
    )
    .min(1)
    .max(uploadLimits.files),
});
export const pieceInput = z.object({
  importId: z.uuid(),
  number: z.coerce.number().int().min(0).max(uploadLimits.files),
  offset: z.coerce.number().int().min(0),
});

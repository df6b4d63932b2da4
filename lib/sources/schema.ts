import { z } from "zod";
import { personalProviders } from "@/lib/connections/provider";
import { externalId } from "@/lib/library/schema";
import { MAX_AGE_MINUTES } from "./source";

const MOST_DAYS = 365;

const age = {
  maxAgeMinutes: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_DAYS * 24 * 60)
    .default(MAX_AGE_MINUTES),
};
const ofLibrary = { provider: z.enum(personalProviders).default("spotify"), ...age };
const ofCatalogue = { subject: z.uuid(), ...age };

/** A source that is to be fetched; one of the library may be as old as is said. */
export const sourceInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("liked"), ...ofLibrary }),
  z.strictObject({ kind: z.literal("saved_albums"), ...ofLibrary }),
  z.strictObject({ kind: z.literal("playlist"), subject: externalId, ...ofLibrary }),
  z.strictObject({ kind: z.literal("golden"), ...ofCatalogue }),
  z.strictObject({ kind: z.literal("silver"), ...ofCatalogue }),
  z.strictObject({ kind: z.literal("style"), ...ofCatalogue }),
]);
export type SourceInput = z.output<typeof sourceInput>;

const SOURCES_AT_ONCE = 200;

export const fetchSourcesInput = z.object({
  sources: z.array(sourceInput).min(1).max(SOURCES_AT_ONCE),
});
export const ownSourceInput = z.object({ sourceId: z.uuid() });

/** Ids of sources in an address, divided by commas; each once, and none where one is no id. */
export const sourceIdsInput = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(z.uuid()).min(1).max(SOURCES_AT_ONCE));

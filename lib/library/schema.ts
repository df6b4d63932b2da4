import { z } from "zod";
import { personalProviders } from "@/lib/connections/provider";
import { cursor } from "@/lib/cursor";
import { changeKinds, changeLists } from "./library-view";
import { libraryParts } from "./part";

export const syncInput = z.object({ provider: z.enum(personalProviders) });

/** Which changes are asked for, as the address says it; what cannot be read is left out. */
export const changesInput = z.object({
  provider: z.enum(personalProviders).catch("spotify"),
  part: z.enum(libraryParts).nullable().catch(null),
  kind: z.enum(changeKinds).nullable().catch(null),
  before: cursor.nullable().catch(null),
});
export type ChangesInput = z.output<typeof changesInput>;

/** More changes of one list of one run. */
export const moreChangesInput = z.object({
  provider: z.enum(personalProviders).catch("spotify"),
  runId: z.uuid(),
  list: z.enum(changeLists),
  kind: z.enum(changeKinds).nullable().catch(null),
  offset: z.coerce.number().int().min(0).catch(0),
});

/** Providers' ids, and the URIs of local files. */
export const externalId = z.string().min(1).max(500);

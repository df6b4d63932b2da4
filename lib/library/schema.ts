import { z } from "zod";
import { providers } from "@/lib/connections/provider";
import { changeKinds, changeLists } from "./library-view";
import { libraryParts } from "./part";

export const syncInput = z.object({ provider: z.enum(providers) });

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+))~([\da-f-]{36})$/;

/** Which changes are asked for, as the address says it; what cannot be read is left out. */
export const changesInput = z.object({
  provider: z.enum(providers).catch("spotify"),
  part: z.enum(libraryParts).nullable().catch(null),
  kind: z.enum(changeKinds).nullable().catch(null),
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
export type ChangesInput = z.output<typeof changesInput>;

export const cursorText = ({ at, id }: { at: string; id: string }) => `${at}~${id}`;

/** More changes of one list of one run. */
export const moreChangesInput = z.object({
  provider: z.enum(providers).catch("spotify"),
  runId: z.uuid(),
  list: z.enum(changeLists),
  kind: z.enum(changeKinds).nullable().catch(null),
  offset: z.coerce.number().int().min(0).catch(0),
});

/** Spotify's ids, and the URIs of local files. */
export const externalId = z.string().min(1).max(500);

import { z } from "zod";
import type { LibraryRow, PlaylistFacts } from "@/lib/library/provider-library";
import { readItem } from "./library-item";

/** How a resource of Apple's becomes a row of a library. */
export type RowReader = (raw: unknown) => LibraryRow;

const moment = z.iso.datetime({ offset: true });

const dated = z.object({
  attributes: z.object({ dateAdded: moment.nullish().catch(null) }),
});

/** A resource whose place in the list says the rest. */
export const bareRow: RowReader = (raw) => ({ item: readItem(raw), facts: {} });

/** Songs and artists say no date. */
export const addedRow: RowReader = (raw) => ({
  item: readItem(raw),
  facts: { addedAt: dated.safeParse(raw).data?.attributes.dateAdded ?? null },
});

const details = z.object({
  attributes: z.object({
    canEdit: z.boolean().nullish().catch(null),
    isPublic: z.boolean().nullish().catch(null),
    lastModifiedDate: z.string().nullish().catch(null),
    description: z.object({ standard: z.string().nullish() }).nullish().catch(null),
  }),
});

/** Every playlist of a library shows its tracks, and none says how many or whose they are. */
export const playlistRow: RowReader = (raw) => {
  const item = readItem(raw);
  const row = details.safeParse(raw).data;
  if (!row) return { item, facts: {} };
  const { canEdit, isPublic, lastModifiedDate, description } = row.attributes;
  const playlist: PlaylistFacts = {
    description: description?.standard || null,
    ownerId: null,
    ownerName: null,
    isOwned: canEdit === true,
    isCollaborative: false,
    isPublic: isPublic ?? null,
    snapshotId: lastModifiedDate ?? null,
    total: null,
    itemsReadable: true,
  };
  return { item, facts: { playlist } };
};

import { z } from "zod";
import type { LibraryItem, LibraryRow, PlaylistFacts } from "@/lib/library/provider-library";
import { readItem, readPlayable, unreadableItem } from "./library-item";

/** How a provider's row becomes one of a library; a row that cannot be read is kept as it came. */
export type RowReader = (raw: unknown) => LibraryRow;

const moment = z.iso.datetime({ offset: true });
const addedAt = moment.nullish().catch(null);
const unreadable = (raw: unknown): LibraryRow => ({ item: unreadableItem(raw), facts: {} });

/** A bare object: its place in the list says the rest. */
export const bareRow =
  (kind: "track" | "artist"): RowReader =>
  (raw) => ({ item: readItem(raw, kind), facts: {} });

const saved = z.object({
  added_at: addedAt,
  track: z.unknown().optional(),
  album: z.unknown().optional(),
});

export const savedRow =
  (kind: "track" | "album"): RowReader =>
  (raw) => {
    const row = saved.safeParse(raw).data;
    if (!row) return unreadable(raw);
    return { item: readItem(row[kind], kind), facts: { addedAt: row.added_at ?? null } };
  };

const placed = z.object({
  added_at: addedAt,
  added_by: z.object({ id: z.string().nullish() }).nullish().catch(null),
  is_local: z.boolean().nullish(),
  item: z.unknown().optional(),
  track: z.unknown().optional(),
});

/** A place in a playlist, under the name `item` or the older `track`. */
export const placeRow: RowReader = (raw) => {
  if (raw === null) return { item: null, facts: {} };
  const row = placed.safeParse(raw).data;
  if (!row) return unreadable(raw);
  return {
    item: readPlayable(row.item ?? row.track, row.is_local === true),
    facts: { addedAt: row.added_at ?? null, addedBy: row.added_by?.id ?? null },
  };
};

const played = z.object({
  played_at: moment,
  context: z.object({ uri: z.string().nullish() }).nullish().catch(null),
  track: z.unknown(),
});

export const playRow: RowReader = (raw) => {
  const row = played.safeParse(raw).data;
  const item = row && readPlayable(row.track, false);
  if (!row || !item) return unreadable(raw);
  return { item, facts: { playedAt: row.played_at, contextUri: row.context?.uri ?? null } };
};

const count = z.object({ total: z.number().int().nullish() }).nullish().catch(null);

const details = z.object({
  description: z.string().nullish().catch(null),
  owner: z.object({ id: z.string(), display_name: z.string().nullish() }).nullish().catch(null),
  collaborative: z.boolean().nullish(),
  public: z.boolean().nullish(),
  snapshot_id: z.string().nullish(),
  items: count,
  tracks: count,
});

/** Spotify shows the rows of playlists that the user owns or works on with others. */
export const playlistRow =
  (profileId: string | null): RowReader =>
  (raw) => {
    const item: LibraryItem | null = readItem(raw, "playlist");
    const row = details.safeParse(raw).data;
    if (!item || !row) return { item, facts: {} };
    const isOwned = profileId !== null && row.owner?.id === profileId;
    const isCollaborative = row.collaborative === true;
    const playlist: PlaylistFacts = {
      description: row.description || null,
      ownerId: row.owner?.id ?? null,
      ownerName: row.owner?.display_name ?? null,
      isOwned,
      isCollaborative,
      isPublic: row.public ?? null,
      snapshotId: row.snapshot_id ?? null,
      total: row.items?.total ?? row.tracks?.total ?? null,
      itemsReadable: isOwned || isCollaborative,
    };
    return { item, facts: { playlist } };
  };

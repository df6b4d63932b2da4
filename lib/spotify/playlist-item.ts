import { z } from "zod";

const content = z.object({
  type: z.string().nullish(),
  uri: z.string().nullish(),
  name: z.string().nullish(),
});

/**
 * One place in a playlist. `missing` is a place whose track Spotify no longer has; it keeps its
 * position but has no URI. Only tracks can be added through the API.
 */
export type PlaylistItem = {
  kind: "track" | "episode" | "local" | "missing";
  uri: string | null;
  name: string | null;
};

const missing: PlaylistItem = { kind: "missing", uri: null, name: null };

/** Reads the row of either name of the field, `item` or the older `track`. */
const playlistItemSchema = z
  .object({
    item: content.nullish(),
    track: content.nullish(),
    is_local: z.boolean().nullish(),
  })
  .transform((row): PlaylistItem => {
    const held = row.item ?? row.track;
    if (!held?.uri) return missing;
    const other = held.type === "episode" ? "episode" : "track";
    const local = row.is_local || held.uri.startsWith("spotify:local:");
    return { kind: local ? "local" : other, uri: held.uri, name: held.name ?? null };
  })
  .catch(missing);

export const playlistItemsPage = z.object({
  items: z.array(playlistItemSchema.nullable().transform((item) => item ?? missing)),
  next: z.string().nullish(),
  total: z.number().int(),
});

import "server-only";
import { z } from "zod";
import { type PlaylistItem, playlistItemsPage } from "./playlist-item";
import { type SpotifyCaller, spotifyFetch } from "./request";

/** Most items a write may name. */
export const MOST_PER_WRITE = 100;

const PAGE_SIZE = 50;
const MOST_READINGS = 3;

type OfPlaylist = SpotifyCaller & { playlistId: string };

const written = z
  .object({ snapshot_id: z.string() })
  .transform(({ snapshot_id }) => ({ snapshotId: snapshot_id }));

const request = ({ token, lane, playlistId }: OfPlaylist) => ({
  token,
  lane,
  group: "playlist-items" as const,
  path: `/playlists/${encodeURIComponent(playlistId)}/items`,
});

const refuseTooMany = (uris: string[]) => {
  if (uris.length > MOST_PER_WRITE)
    throw new RangeError(`At most ${MOST_PER_WRITE} items a write.`);
};

/** Every place of a playlist in order; read again from the start when it grew or shrank meanwhile. */
export async function listPlaylistItems(args: OfPlaylist): Promise<PlaylistItem[]> {
  for (let reading = 1; ; reading += 1) {
    const { items, steady } = await readAll(args);
    if (steady || reading === MOST_READINGS) return items;
  }
}

async function readAll(args: OfPlaylist) {
  const items: PlaylistItem[] = [];
  const totals = new Set<number>();
  for (let more = true; more; ) {
    const page = await spotifyFetch(
      { ...request(args), query: { limit: PAGE_SIZE, offset: items.length } },
      playlistItemsPage,
    );
    items.push(...page.items);
    totals.add(page.total);
    // only whether there is a next page counts: its address is not followed with our token
    more = Boolean(page.next) && page.items.length > 0;
  }
  return { items, steady: totals.size === 1 };
}

/** Not repeatable: twice adds twice. At the end unless a position is given. */
export function addPlaylistItems(args: OfPlaylist & { uris: string[]; position?: number }) {
  refuseTooMany(args.uris);
  return spotifyFetch(
    { ...request(args), method: "POST", json: { uris: args.uris, position: args.position } },
    written,
  );
}

/** Not repeatable: moves rows in front of another; both places are counted before the move. */
export function movePlaylistItems(
  args: OfPlaylist & { from: number; before: number; length: number; snapshotId?: string },
) {
  const json = {
    range_start: args.from,
    insert_before: args.before,
    range_length: args.length,
    snapshot_id: args.snapshotId,
  };
  return spotifyFetch({ ...request(args), method: "PUT", json }, written);
}

/** Makes these the whole list. */
export function replacePlaylistItems(args: OfPlaylist & { uris: string[] }) {
  refuseTooMany(args.uris);
  return spotifyFetch(
    { ...request(args), method: "PUT", json: { uris: args.uris }, repeatable: true },
    written,
  );
}

/** Removes every occurrence of these. */
export function removePlaylistItems(args: OfPlaylist & { uris: string[] }) {
  refuseTooMany(args.uris);
  return spotifyFetch(
    {
      ...request(args),
      method: "DELETE",
      json: { items: args.uris.map((uri) => ({ uri })) },
      repeatable: true,
    },
    written,
  );
}

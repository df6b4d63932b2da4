import type { Db } from "@/db/handle";
import type { StatePart } from "@/db/queries/library-state";
import type { Listener } from "./listener";

const idOf = (uri: string) => (uri.startsWith("spotify:local:") ? uri : (uri.split(":")[2] ?? ""));
const moment = (text: string | null) => (text === null ? null : Date.parse(text));

/** What is known of a library, in the words of `readTruth`. */
export async function readKnown(db: Db, owner: { userId: string; connectionId: string }) {
  const { currentState } = await import("@/db/queries/library-state");
  const read = (part: StatePart, subject?: string) =>
    currentState(db, part, { ...owner, limit: 1_000, subject });
  const playlists = (await read("playlists")).rows;
  const items = await Promise.all(
    playlists.map(async ({ externalId }) =>
      (await read("playlist_items", externalId ?? "")).rows.map((row) => ({
        playlistId: externalId,
        id: row.externalId,
        addedAt: moment(row.addedAt),
        addedBy: row.addedBy,
      })),
    ),
  );
  const saved = async (part: "saved_tracks" | "saved_albums") =>
    (await read(part)).rows.map((row) => ({ id: row.externalId, addedAt: moment(row.addedAt) }));
  return {
    playlists: playlists.map(({ externalId, name, playlist }) => ({
      id: externalId,
      name,
      total: playlist?.total,
      readable: playlist?.itemsReadable,
    })),
    items: items.flat(),
    savedTracks: new Set((await saved("saved_tracks")).map((row) => JSON.stringify(row))),
    savedAlbums: new Set((await saved("saved_albums")).map((row) => JSON.stringify(row))),
    followed: new Set((await read("followed_artists")).rows.map(({ externalId }) => externalId)),
    top: (await read("top_tracks", "short")).rows.map(({ externalId }) => externalId),
  };
}

/** What really is in the simulated library. */
export async function readTruth(listener: Listener) {
  const saved = async (kind: "saved-tracks" | "saved-albums") =>
    new Set(
      (await listener.truth(kind)).map(({ uri, addedAt }) =>
        JSON.stringify({ id: idOf(uri), addedAt: moment(addedAt) }),
      ),
    );
  const top = (await listener.truth("top")).find(
    ({ type, range }) => type === "tracks" && range.startsWith("short"),
  );
  return {
    playlists: (await listener.truth("playlists")).map(({ id, name, total, readable }) => ({
      id,
      name,
      total,
      readable,
    })),
    items: (await listener.truth("playlist-items")).map((row) => ({
      playlistId: row.playlistId,
      id: row.uri === null ? null : idOf(row.uri),
      addedAt: moment(row.addedAt),
      addedBy: row.addedBy,
    })),
    savedTracks: await saved("saved-tracks"),
    savedAlbums: await saved("saved-albums"),
    followed: new Set((await listener.truth("followed-artists")).map(({ uri }) => idOf(uri))),
    top: top?.uris.slice(0, 50).map(idOf),
  };
}

import type { Context } from "../context";
import { insertRows, reorderRows } from "../spotify/edit-rows";
import { follow, heldUris, libraryOf, unfollow } from "../spotify/library";
import { editedPlaylist } from "../spotify/playlist-json";
import type { Playlist } from "../state/state";
import type { Random } from "../world/random";
import { monthOf, secondOf } from "./month";

/** A user about to do something by themselves. */
export interface Moment {
  context: Context;
  userId: string;
  at: number;
  random: Random;
}

const find = ({ context, userId, at, random }: Moment) =>
  random.pick(context.taste.month(userId, monthOf(at)));

const artistUriOf = ({ context }: Moment, artistId: number) =>
  `spotify:artist:${context.taste.ids.encode("artist", artistId)}`;

function saveSomething(moment: Moment) {
  const { recording, release, uri } = find(moment);
  const { ids } = moment.context.taste;
  const chosen = moment.random.weighted<() => string>([
    [() => uri, 8],
    [() => `spotify:album:${ids.encode("album", release.id)}`, 1],
    [() => artistUriOf(moment, recording.artists[0]?.id ?? 0), 1],
  ])();
  follow(moment.context.store.state.spotify, moment.userId, [chosen], secondOf(moment.at));
}

function dropSomething({ context, userId, random }: Moment) {
  const { spotify } = context.store.state;
  const kind = random.weighted([
    ["track", 8],
    ["album", 1],
    ["artist", 1],
  ]);
  const held = heldUris(libraryOf(spotify, userId), kind);
  if (held.length) unfollow(spotify, userId, [random.pick(held)]);
}

function ownPlaylists({ context, userId }: Moment): Playlist[] {
  const { spotify } = context.store.state;
  return heldUris(libraryOf(spotify, userId), "playlist")
    .map((uri) => spotify.playlists[uri.slice("spotify:playlist:".length)])
    .filter((playlist) => playlist !== undefined)
    .filter(({ drawn, ownerId }) => drawn && ownerId === userId);
}

/** Edits a playlist the user has always had; those that apps made are left to the apps. */
function editPlaylist(moment: Moment) {
  const { context, userId, random, at } = moment;
  const own = ownPlaylists(moment);
  if (!own.length) return;
  const playlist = random.pick(own);
  const { rows } = playlist;
  const row = { uri: find(moment).uri, addedAt: secondOf(at), addedBy: userId };
  const add = () => ({ rows: insertRows(rows, [row]) });
  const place = rows.length ? random.int(0, rows.length - 1) : 0;
  const change = random.weighted<() => Partial<Playlist>>([
    [add, 60],
    [() => ({ rows: rows.toSpliced(place, 1) }), 20],
    [
      () => ({ rows: reorderRows(rows, { rangeStart: place, insertBefore: 0, rangeLength: 1 }) }),
      12,
    ],
    [() => ({ name: `${playlist.name.replace(/ \(.*\)$/, "")} (${secondOf(at).slice(0, 7)})` }), 8],
  ]);
  context.store.state.spotify.playlists[playlist.id] = editedPlaylist(
    playlist,
    change(),
    new Date(at),
  );
}

/** Saves, drops or edits one thing, as people do between two songs. */
export const act = (moment: Moment) =>
  moment.random.weighted<(moment: Moment) => void>([
    [saveSomething, 50],
    [dropSomething, 12],
    [editPlaylist, 38],
  ])(moment);

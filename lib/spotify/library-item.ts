import { createHash } from "node:crypto";
import { z } from "zod";
import type { ItemKind } from "@/lib/library/part";
import type { LibraryItem } from "@/lib/library/provider-library";

const COVER_WIDTH = 300;

const image = z.object({ url: z.string(), width: z.number().nullish() });
const images = z.array(image).nullish().catch(null);
const artists = z
  .array(z.object({ id: z.string().nullish(), name: z.string().nullish() }))
  .nullish()
  .transform((all) => (all ?? []).map(({ id, name }) => ({ id: id ?? null, name: name ?? "" })));
const links = z.object({ spotify: z.string().nullish() }).nullish().catch(null);
const named = { name: z.string(), external_urls: links };
const withId = { ...named, id: z.string().min(1) };

/** The smallest picture that is large enough for a list and a page. */
function coverOf(pictures: z.output<typeof images>): string | null {
  const fit = pictures?.filter(({ width }) => (width ?? 0) >= COVER_WIDTH) ?? [];
  return (fit.at(-1) ?? pictures?.[0])?.url ?? null;
}

const nothing = {
  artists: [],
  albumId: null,
  albumName: null,
  coverUrl: null,
  durationMs: null,
  isrc: null,
  explicit: null,
  releasedOn: null,
  genres: [],
  url: null,
};

type Facts = Omit<LibraryItem, "raw">;

const trackFields = {
  artists,
  album: z
    .object({
      id: z.string().nullish(),
      name: z.string().nullish(),
      release_date: z.string().nullish(),
      images,
    })
    .nullish(),
  duration_ms: z.number().int().nullish(),
  explicit: z.boolean().nullish(),
  external_ids: z.object({ isrc: z.string().nullish() }).nullish(),
};

const plainIsrc = (isrc: string | null | undefined) =>
  isrc?.toUpperCase().replace(/[^A-Z0-9]/g, "") || null;

const song = (kind: ItemKind, externalId: string, row: z.output<typeof anySong>): Facts => ({
  ...nothing,
  kind,
  externalId,
  name: row.name,
  artists: row.artists,
  albumId: row.album?.id ?? null,
  albumName: row.album?.name || null,
  coverUrl: coverOf(row.album?.images),
  durationMs: row.duration_ms ?? null,
  isrc: plainIsrc(row.external_ids?.isrc),
  explicit: row.explicit ?? null,
  releasedOn: row.album?.release_date || null,
  url: row.external_urls?.spotify ?? null,
});

const anySong = z.object({ ...named, ...trackFields });

const track = z
  .object({ ...withId, ...trackFields })
  .transform((row) => song("track", row.id, row));

/** A file of the user's own; Spotify knows it by its URI only. */
const local = z
  .object({ ...named, ...trackFields, uri: z.string().min(1) })
  .transform((row) => song("local", row.uri, row));

const episode = z
  .object({
    ...withId,
    duration_ms: z.number().int().nullish(),
    explicit: z.boolean().nullish(),
    release_date: z.string().nullish(),
    images,
    show: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish().catch(null),
  })
  .transform(
    (row): Facts => ({
      ...nothing,
      kind: "episode",
      externalId: row.id,
      name: row.name,
      albumId: row.show?.id ?? null,
      albumName: row.show?.name || null,
      coverUrl: coverOf(row.images),
      durationMs: row.duration_ms ?? null,
      explicit: row.explicit ?? null,
      releasedOn: row.release_date || null,
      url: row.external_urls?.spotify ?? null,
    }),
  );

const genres = z.array(z.string()).nullish().catch(null);

const album = z
  .object({ ...withId, artists, images, genres, release_date: z.string().nullish() })
  .transform(
    (row): Facts => ({
      ...nothing,
      kind: "album",
      externalId: row.id,
      name: row.name,
      artists: row.artists,
      coverUrl: coverOf(row.images),
      releasedOn: row.release_date || null,
      genres: row.genres ?? [],
      url: row.external_urls?.spotify ?? null,
    }),
  );

const artist = z.object({ ...withId, images, genres }).transform(
  (row): Facts => ({
    ...nothing,
    kind: "artist",
    externalId: row.id,
    name: row.name,
    coverUrl: coverOf(row.images),
    genres: row.genres ?? [],
    url: row.external_urls?.spotify ?? null,
  }),
);

const playlist = z.object({ ...withId, images }).transform(
  (row): Facts => ({
    ...nothing,
    kind: "playlist",
    externalId: row.id,
    name: row.name,
    coverUrl: coverOf(row.images),
    url: row.external_urls?.spotify ?? null,
  }),
);

const schemas = { track, local, episode, album, artist, playlist };

/** Keeps what cannot be read as it came: nothing is lost, and a later reader may know better. */
export function unreadableItem(raw: unknown): LibraryItem {
  const hash = createHash("sha256").update(JSON.stringify(raw)).digest("hex");
  return {
    ...nothing,
    kind: "unreadable",
    externalId: `unreadable:${hash.slice(0, 32)}`,
    name: "A row that cannot be read",
    raw,
  };
}

/** An object of Spotify's as an item of a library; null stays null. */
export function readItem(raw: unknown, kind: keyof typeof schemas): LibraryItem | null {
  if (raw === null || raw === undefined) return null;
  const { data } = schemas[kind].safeParse(raw);
  return data ? { ...data, raw } : unreadableItem(raw);
}

const sort = z.object({ type: z.string().nullish(), uri: z.string().nullish() });

/** What may stand in a playlist or be played: a track, an episode, or a file of the user's own. */
export function readPlayable(raw: unknown, isLocal: boolean): LibraryItem | null {
  const { type, uri } = sort.safeParse(raw).data ?? {};
  if (isLocal || uri?.startsWith("spotify:local:")) return readItem(raw, "local");
  return readItem(raw, type === "episode" ? "episode" : "track");
}

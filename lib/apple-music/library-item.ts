import { createHash } from "node:crypto";
import { z } from "zod";
import type { ItemKind } from "@/lib/library/part";
import type { LibraryItem } from "@/lib/library/provider-library";

const COVER_WIDTH = "300";
/** Apple names it beside every other genre. */
const NO_GENRE = "Music";

const catalogued = z.object({
  attributes: z
    .object({ isrc: z.string().nullish(), url: z.string().nullish() })
    .nullish()
    .catch(null),
});

const resource = z.object({
  id: z.string().min(1),
  type: z.string(),
  attributes: z.object({
    name: z.string(),
    artistName: z.string().nullish(),
    albumName: z.string().nullish(),
    artwork: z.object({ url: z.string().nullish() }).nullish().catch(null),
    durationInMillis: z.number().int().nullish().catch(null),
    isrc: z.string().nullish(),
    contentRating: z.string().nullish(),
    releaseDate: z.string().nullish(),
    genreNames: z.array(z.string()).nullish().catch(null),
    url: z.string().nullish(),
    playParams: z.object({ catalogId: z.string().nullish() }).nullish().catch(null),
  }),
  relationships: z
    .object({
      catalog: z
        .object({ data: z.array(catalogued) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
type Resource = z.output<typeof resource>;

/** Of a resource's type, with or without "library-" before it. */
const kinds: Record<string, ItemKind> = {
  songs: "track",
  "music-videos": "video",
  albums: "album",
  artists: "artist",
  playlists: "playlist",
  stations: "station",
};

/** Where the web player shows what has no page of its own in the catalogue. */
const librarySites: Partial<Record<ItemKind, string>> = {
  album: "albums",
  artist: "artists",
  playlist: "playlist",
};

const plainIsrc = (isrc: string | null | undefined) =>
  isrc?.toUpperCase().replace(/[^A-Z0-9]/g, "") || null;

/** A signed address is another one in every answer, and soon leads nowhere. */
function coverOf(artwork: Resource["attributes"]["artwork"]): string | null {
  const url = artwork?.url?.replace("{w}", COVER_WIDTH).replace("{h}", COVER_WIDTH);
  return url && !url.includes("?") ? url : null;
}

/** A song of the user's own, which the catalogue does not know. */
function isOwnFile({ type, attributes, relationships }: Resource): boolean {
  const known = attributes.playParams?.catalogId || relationships?.catalog?.data.length !== 0;
  return type === "library-songs" && !known;
}

function urlOf({ id, type, attributes, relationships }: Resource, kind: ItemKind): string | null {
  const url = attributes.url ?? relationships?.catalog?.data[0]?.attributes?.url;
  if (url) return url;
  const site = librarySites[kind];
  return site && type.startsWith("library-")
    ? `https://music.apple.com/library/${site}/${id}`
    : null;
}

function itemOf(row: Resource, kind: ItemKind, raw: unknown): LibraryItem {
  const { attributes, relationships } = row;
  const catalog = relationships?.catalog?.data[0]?.attributes;
  const { artistName, contentRating } = attributes;
  return {
    kind: isOwnFile(row) ? "local" : kind,
    externalId: row.id,
    name: attributes.name,
    // one text, also for several artists: a comma may be part of a name
    artists: artistName ? [{ id: null, name: artistName }] : [],
    albumId: null,
    albumName: attributes.albumName || null,
    coverUrl: coverOf(attributes.artwork),
    durationMs: attributes.durationInMillis ?? null,
    isrc: plainIsrc(attributes.isrc ?? catalog?.isrc),
    explicit: contentRating ? contentRating === "explicit" : null,
    releasedOn: attributes.releaseDate || null,
    genres: attributes.genreNames?.filter((genre) => genre !== NO_GENRE) ?? [],
    url: urlOf(row, kind),
    raw,
  };
}

/** Keeps what cannot be read as it came: a later reader may know better. */
function unreadableItem(raw: unknown): LibraryItem {
  const hash = createHash("sha256").update(JSON.stringify(raw)).digest("hex");
  return {
    kind: "unreadable",
    externalId: `unreadable:${hash.slice(0, 32)}`,
    name: "A row that cannot be read",
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
    raw,
  };
}

/** A resource of Apple Music's as an item of a library. */
export function readItem(raw: unknown): LibraryItem {
  const row = resource.safeParse(raw).data;
  const kind = row && kinds[row.type.replace(/^library-/, "")];
  return row && kind ? itemOf(row, kind, raw) : unreadableItem(raw);
}

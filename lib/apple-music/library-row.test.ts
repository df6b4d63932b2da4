import { expect, test } from "vitest";
import { readItem } from "./library-item";
import { addedRow, playlistRow } from "./library-row";

const song = {
  id: "i.abc",
  type: "library-songs",
  attributes: {
    name: "Xtal",
    artistName: "Aphex Twin",
    albumName: "Selected Ambient Works",
    artwork: { url: "https://is1-ssl.mzstatic.com/image/thumb/{w}x{h}bb.jpg", width: 1400 },
    durationInMillis: 291_000,
    genreNames: ["Electronic", "Music"],
    releaseDate: "1992-11-09",
    playParams: { id: "i.abc", kind: "song", isLibrary: true, catalogId: "123" },
  },
  relationships: {
    catalog: {
      data: [
        { attributes: { isrc: "gb-aaa-92-00001", url: "https://music.apple.com/gb/song/123" } },
      ],
    },
  },
};
const ownFile = {
  ...song,
  attributes: { ...song.attributes, playParams: { id: "i.abc", kind: "song" } },
  relationships: { catalog: { data: [] } },
};

test("a song of the library has its facts, and from the catalogue its ISRC and address", () => {
  expect(readItem(song)).toEqual({
    kind: "track",
    externalId: "i.abc",
    name: "Xtal",
    artists: [{ id: null, name: "Aphex Twin" }],
    albumId: null,
    albumName: "Selected Ambient Works",
    coverUrl: "https://is1-ssl.mzstatic.com/image/thumb/300x300bb.jpg",
    durationMs: 291_000,
    isrc: "GBAAA9200001",
    explicit: null,
    releasedOn: "1992-11-09",
    genres: ["Electronic"],
    url: "https://music.apple.com/gb/song/123",
    raw: song,
  });
});

test("what the catalogue does not know is the user's own file", () => {
  expect(readItem(ownFile)).toMatchObject({ kind: "local", isrc: null, url: null });
});

test.each([
  ["library-albums", "album"],
  ["albums", "album"],
  ["library-playlists", "playlist"],
  ["stations", "station"],
  ["library-music-videos", "video"],
  ["songs", "track"],
])("%s are read as %s", (type, kind) => {
  expect(readItem({ id: "1", type, attributes: { name: "One" } }).kind).toBe(kind);
});

test("an album without a page in the catalogue leads to the library", () => {
  const album = { id: "l.1", type: "library-albums", attributes: { name: "One" } };
  expect(readItem(album).url).toBe("https://music.apple.com/library/albums/l.1");
});

test("a signed address of a cover is not kept: it is another one in each answer", () => {
  const artwork = { url: "https://store-1.blobstore.apple.com/cover?signature=x" };
  const album = { id: "l.1", type: "library-albums", attributes: { name: "One", artwork } };
  expect(readItem(album).coverUrl).toBeNull();
});

test.each([null, "text", { id: "x" }, { id: "x", type: "weather", attributes: { name: "Rain" } }])(
  "a row of no known kind is kept as it came (%#)",
  (raw) => {
    expect(readItem(raw)).toMatchObject({ kind: "unreadable", raw });
  },
);

test("a date is told where Apple tells one", () => {
  const dated = (dateAdded?: string) =>
    addedRow({ id: "l.1", type: "library-albums", attributes: { name: "One", dateAdded } }).facts;
  expect(dated("2026-11-01T10:00:00Z")).toEqual({ addedAt: "2026-11-01T10:00:00Z" });
  expect(dated()).toEqual({ addedAt: null });
  expect(dated("last summer")).toEqual({ addedAt: null });
});

test("a playlist is the user's own when they can edit it, and its version is when it changed", () => {
  const attributes = { name: "Dawn", canEdit: true, lastModifiedDate: "2026-11-01T10:00:00Z" };
  const { facts } = playlistRow({ id: "p.1", type: "library-playlists", attributes });
  expect(facts.playlist).toMatchObject({
    isOwned: true,
    snapshotId: "2026-11-01T10:00:00Z",
    total: null,
    itemsReadable: true,
  });
});

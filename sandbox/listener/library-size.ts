import { z } from "zod";

const count = (most: number) => z.number().int().min(0).max(most);

/** How much a demo user has; the readable items are those of owned and collaborative playlists. */
export const librarySpecSchema = z.strictObject({
  savedTracks: count(5_000),
  savedAlbums: count(1_000),
  followedArtists: count(500),
  playlists: count(500),
  playlistItems: count(100_000),
  /** Items of the longest playlist. */
  longestPlaylist: count(10_000),
});

export type LibrarySpec = z.infer<typeof librarySpecSchema>;

export const librarySizes = ["none", "small", "full", "large"] as const;
export type LibrarySize = (typeof librarySizes)[number];

const sizes: Record<LibrarySize, LibrarySpec> = {
  none: {
    savedTracks: 0,
    savedAlbums: 0,
    followedArtists: 0,
    playlists: 0,
    playlistItems: 0,
    longestPlaylist: 0,
  },
  small: {
    savedTracks: 120,
    savedAlbums: 20,
    followedArtists: 25,
    playlists: 12,
    playlistItems: 300,
    longestPlaylist: 100,
  },
  full: {
    savedTracks: 3_400,
    savedAlbums: 300,
    followedArtists: 200,
    playlists: 60,
    playlistItems: 4_630,
    longestPlaylist: 700,
  },
  large: {
    savedTracks: 5_000,
    savedAlbums: 300,
    followedArtists: 200,
    playlists: 60,
    playlistItems: 14_630,
    longestPlaylist: 10_000,
  },
};

/** Not everybody collects alike: at the full size each user has a number of saved tracks of their own. */
export const sizeFor = (size: LibrarySize, savedTracks: number): LibrarySpec =>
  size === "full" ? { ...sizes.full, savedTracks } : sizes[size];

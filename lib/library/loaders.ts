import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findLibrary } from "@/db/queries/library-pages";
import { requirePageUser } from "@/lib/auth/session";
import { type PersonalProvider, personalProviders } from "@/lib/connections/provider";
import type { LibraryWish } from "./library-address";
import { readChanges, readLastChanges } from "./read-changes";
import { readOverview, readPlaylistRows, readRows } from "./read-library";
import { readPlaylist } from "./read-playlist";
import { readSync } from "./read-sync";
import { readTrack } from "./read-track";
import type { ChangesInput } from "./schema";

/** The signed-in user's library at a provider; null when that is not connected. */
const ownLibrary = cache(async (provider: PersonalProvider) => {
  const user = await requirePageUser();
  const library = await findLibrary(db, { userId: user.id, provider });
  return library && { ...library, userId: user.id };
});

/** The providers whose libraries the signed-in user can look at. */
export async function loadLibraries(): Promise<PersonalProvider[]> {
  const libraries = await Promise.all(personalProviders.map(ownLibrary));
  return libraries.flatMap((library) =>
    library && library.status !== "disconnected" ? library.provider : [],
  );
}

/** How the newest sync went or goes; null without a connection. */
export const loadSync = cache(async (provider: PersonalProvider) => {
  const library = await ownLibrary(provider);
  return library && readSync(db, library);
});

/** What a library page shows first; null without a connection. */
export async function loadLibrary(wish: LibraryWish) {
  const library = await ownLibrary(wish.provider);
  if (!library) return null;
  const own = { ...wish, ...library };
  const [overview, first, sync] = await Promise.all([
    readOverview(db, own),
    readRows(db, { ...own, offset: 0 }),
    readSync(db, library),
  ]);
  return { library, overview, first, sync };
}

/** What came and went; null without a connection. */
export async function loadChanges({ provider, ...wish }: ChangesInput) {
  const library = await ownLibrary(provider);
  return library && readChanges(db, { ...library, ...wish });
}

/** The last changes, for a glance; none without a connection. */
export async function loadLastChanges(provider: PersonalProvider) {
  const library = await ownLibrary(provider);
  return library ? readLastChanges(db, library) : [];
}

export const loadTrack = cache(async (provider: PersonalProvider, externalId: string) => {
  const library = await ownLibrary(provider);
  return library && readTrack(db, { ...library, externalId });
});

/** One argument each: the cache compares them. */
export const loadPlaylist = cache(
  async (
    playlistId: string,
    provider: PersonalProvider,
    at: string | null,
    against: string | null,
  ) => {
    const library = await ownLibrary(provider);
    return library && readPlaylist(db, { ...library, playlistId, at, against });
  },
);

export async function loadPlaylistRows(playlistId: string, wish: LibraryWish) {
  const library = await ownLibrary(wish.provider);
  if (!library) return { rows: [], total: 0 };
  return readPlaylistRows(db, { ...wish, ...library, playlistId, offset: 0 });
}

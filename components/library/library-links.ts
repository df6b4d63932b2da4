import type { Route } from "next";
import type { PersonalProvider } from "@/lib/connections/provider";
import { usualWish } from "@/lib/library/library-address";

/** Where a track or a playlist of a library has its page. */
function pageOf(
  kind: "tracks" | "playlists",
  id: string,
  { provider, at = null }: { provider: PersonalProvider; at?: string | null },
): Route {
  const params = new URLSearchParams();
  if (provider !== usualWish.provider) params.set("provider", provider);
  if (at) params.set("at", at);
  const search = params.size > 0 ? `?${params}` : "";
  return `/library/${kind}/${encodeURIComponent(id)}${search}` as Route;
}

export const trackPage = (id: string, provider: PersonalProvider) =>
  pageOf("tracks", id, { provider });

export const playlistPage = (id: string, of: { provider: PersonalProvider; at?: string | null }) =>
  pageOf("playlists", id, of);

/** A side of the library of a provider. */
const sideOf = (path: string, provider: PersonalProvider) =>
  (provider === usualWish.provider ? path : `${path}?provider=${provider}`) as Route;

export const libraryPage = (provider: PersonalProvider) => sideOf("/library", provider);
export const changesPage = (provider: PersonalProvider) => sideOf("/library/changes", provider);

import type { Route } from "next";
import type { Provider } from "@/lib/connections/provider";
import { usualWish } from "@/lib/library/library-address";

/** Where a track or a playlist of a library has its page. */
function pageOf(
  kind: "tracks" | "playlists",
  id: string,
  { provider, at = null }: { provider: Provider; at?: string | null },
): Route {
  const params = new URLSearchParams();
  if (provider !== usualWish.provider) params.set("provider", provider);
  if (at) params.set("at", at);
  const search = params.size > 0 ? `?${params}` : "";
  return `/library/${kind}/${encodeURIComponent(id)}${search}` as Route;
}

export const trackPage = (id: string, provider: Provider) => pageOf("tracks", id, { provider });

export const playlistPage = (id: string, of: { provider: Provider; at?: string | null }) =>
  pageOf("playlists", id, of);

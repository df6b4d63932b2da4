import { Hono } from "hono";
import type { Context } from "../context";
import { pageAnswer } from "./paging";
import { notFound, nothingRelated } from "./problems";
import type { AppleEnv } from "./session";
import { type ShelfPlaylist, shelfOf } from "./shelf";
import { libraryAlbumJson, libraryArtistJson, libraryId, librarySongJson } from "./song-json";

const size = { limit: 25, most: 100 };

export function libraryPlaylistJson({ playlist, addedAt }: ShelfPlaylist) {
  const id = libraryId("p", playlist.id);
  return {
    id,
    type: "library-playlists",
    href: `/v1/me/library/playlists/${id}`,
    attributes: {
      canEdit: true,
      dateAdded: addedAt,
      ...(playlist.description && { description: { standard: playlist.description } }),
      hasCatalog: playlist.public,
      isPublic: playlist.public,
      lastModifiedDate: new Date(playlist.changedAt).toISOString(),
      name: playlist.name,
      playParams: { id, kind: "playlist", isLibrary: true },
    },
  };
}

/** Songs, albums, artists and playlists of a person's library. */
export function libraryRoutes(context: Context) {
  const routes = new Hono<AppleEnv>();

  const songView = (http: { req: { url: string; query(name: string): string | undefined } }) => ({
    origin: new URL(http.req.url).origin,
    catalog: (http.req.query("include") ?? "").split(",").includes("catalog"),
  });

  routes.get("/me/library/songs", (http) => {
    const { origin, catalog } = songView(http);
    const user = http.get("user");
    const list = { ...size, path: "/me/library/songs", items: shelfOf(context, user).songs() };
    return pageAnswer(http, list, (track) =>
      librarySongJson(context, origin, track, { country: user.country, catalog }),
    );
  });

  routes.get("/me/library/albums", (http) => {
    const { origin } = songView(http);
    const items = shelfOf(context, http.get("user")).albums();
    return pageAnswer(http, { ...size, path: "/me/library/albums", items }, ({ sheet, addedAt }) =>
      libraryAlbumJson(origin, sheet, addedAt),
    );
  });

  routes.get("/me/library/artists", (http) => {
    const items = shelfOf(context, http.get("user")).artists();
    return pageAnswer(http, { ...size, path: "/me/library/artists", items }, libraryArtistJson);
  });

  routes.get("/me/library/playlists", (http) => {
    const items = shelfOf(context, http.get("user")).playlists();
    const list = { ...size, path: "/me/library/playlists", items };
    return pageAnswer(http, list, libraryPlaylistJson);
  });

  routes.get("/me/library/playlists/:id/tracks", (http) => {
    const id = http.req.param("id");
    const user = http.get("user");
    const shelf = shelfOf(context, user);
    const found = shelf.playlists().find(({ playlist }) => libraryId("p", playlist.id) === id);
    if (!found) return notFound();
    const items = shelf.tracksOf(found.playlist);
    if (!items.length) return nothingRelated("tracks");
    const { origin, catalog } = songView(http);
    const list = { ...size, path: `/me/library/playlists/${id}/tracks`, items };
    return pageAnswer(http, list, (track) =>
      librarySongJson(context, origin, track, { country: user.country, catalog }),
    );
  });
  return routes;
}

import { Hono, type Context as Http } from "hono";
import type { Context } from "../context";
import { dayOf } from "../world/calendar";
import { genreById, genres } from "../world/genres";
import { hashOf } from "../world/random";
import { envelope, pageOf } from "./envelope";
import { type FieldErrors, readFilters, readOrdering, type TrackFilters } from "./filters";
import { findTracks, isAnnounced } from "./find-tracks";
import { invalidPage, notFound, territoryRestricted } from "./problems";
import { artistDetailJson, labelDetailJson, releaseDetailJson, releaseJson } from "./release-json";
import { genreRefJson, subGenreJson, trackDetailJson, trackJson, type View } from "./track-json";

const genreJson = (index: number) => {
  const { id, name, slug, url } = genreRefJson(index);
  return {
    id,
    name,
    enabled: true,
    slug,
    sub_genres: (genreById(id)?.subGenres ?? []).map(subGenreJson),
    url,
  };
};

const drifts = { none: 0, inserted: -1, removed: 1 };

const idOf = (http: Http) => {
  const id = http.req.param("id") ?? "";
  return /^\d+$/.test(id) ? Number(id) : -1;
};

const isErrors = (read: object): read is { errors: FieldErrors } => "errors" in read;

/** Genres, tracks, releases, labels and artists, all for reading. */
export function catalogueRoutes(context: Context) {
  const routes = new Hono();
  let asked = 0;

  const list = <Item, Json>(
    http: Http,
    items: readonly Item[],
    toJson: (item: Item) => Json,
    nested = false,
  ) => {
    const { pathname, searchParams: params } = new URL(http.req.url);
    const page = pageOf(params);
    const path = pathname.slice(pathname.indexOf("/v4/") + 3);
    const drift = drifts[context.switches.pageDrift];
    const body = page && envelope({ path, params, page, nested, drift }, items, toJson);
    return body ? http.json(body) : invalidPage(http);
  };
  const viewOf = (http: Http): View => ({
    origin: new URL(http.req.url).origin,
    today: dayOf(context.now()),
  });

  const search = (http: Http, narrow: (filters: TrackFilters) => TrackFilters) => {
    const params = new URL(http.req.url).searchParams;
    const filters = readFilters(params);
    if (isErrors(filters)) return http.json(filters.errors, 400);
    const ordering = readOrdering(params);
    if (isErrors(ordering)) return http.json(ordering.errors, 400);
    asked += 1;
    const view = viewOf(http);
    const tracks = findTracks(context.world, {
      filters: narrow(filters),
      ordering,
      today: view.today,
      shuffle: context.switches.shuffleTies ? hashOf("ties", asked) : null,
    });
    return list(http, tracks, (track) => trackJson(view, track));
  };

  routes.get("/genres/", (http) => list(http, genres, ({ index }) => genreJson(index)));
  routes.get("/genres/:id/", (http) => {
    const genre = genreById(idOf(http));
    return genre ? http.json(genreJson(genre.index)) : notFound(http);
  });
  routes.get("/genres/:id/sub-genres/", (http) => {
    const genre = genreById(idOf(http));
    return genre ? list(http, genre.subGenres, subGenreJson) : notFound(http);
  });
  routes.get("/genres/:id/tracks/", (http) => {
    const genre = genreById(idOf(http));
    if (!genre) return notFound(http);
    return search(http, (filters) => ({ ...filters, genreIds: [genre.id] }));
  });
  routes.get("/sub-genres/", (http) => {
    const all = new Map(genres.flatMap(({ subGenres }) => subGenres).map((sub) => [sub.id, sub]));
    return list(http, [...all.values()], subGenreJson);
  });

  routes.get("/tracks/", (http) => search(http, (filters) => filters));
  routes.get("/tracks/:id/", (http) => {
    const track = context.world.track(idOf(http));
    const view = viewOf(http);
    if (!track || !isAnnounced(track.release.publishDay, view.today)) return notFound(http);
    if (track.recording.availability === "restricted") return territoryRestricted(http);
    return http.json(trackDetailJson(view, track));
  });

  const announcedRelease = (http: Http) => {
    const release = context.world.release(idOf(http));
    return release && isAnnounced(release.publishDay, dayOf(context.now())) ? release : null;
  };
  routes.get("/releases/:id/", (http) => {
    const release = announcedRelease(http);
    return release ? http.json(releaseDetailJson(viewOf(http), release)) : notFound(http);
  });
  routes.get("/releases/:id/tracks/", (http) => {
    const release = announcedRelease(http);
    const view = viewOf(http);
    return release
      ? list(http, release.tracks, (track) => trackJson(view, track), true)
      : notFound(http);
  });
  routes.get("/labels/:id/", (http) => {
    const label = context.world.label(idOf(http));
    return label ? http.json(labelDetailJson(viewOf(http), label)) : notFound(http);
  });
  routes.get("/labels/:id/releases/", (http) => {
    const label = context.world.label(idOf(http));
    if (!label) return notFound(http);
    const view = viewOf(http);
    const filters = readFilters(new URLSearchParams({ label_id: String(label.id) }));
    if (isErrors(filters)) return http.json(filters.errors, 400);
    const tracks = findTracks(context.world, {
      filters,
      ordering: { by: "id", descending: true },
      today: view.today,
      shuffle: null,
    });
    const releases = [...new Set(tracks.map(({ release }) => release))];
    return list(http, releases, (release) => releaseJson(view, release));
  });
  routes.get("/artists/:id/", (http) => {
    const artist = context.world.artist(idOf(http));
    return artist ? http.json(artistDetailJson(viewOf(http), artist)) : notFound(http);
  });
  routes.get("/artists/:id/tracks/", (http) => {
    const artist = context.world.artist(idOf(http));
    if (!artist) return notFound(http);
    return search(http, (filters) => ({ ...filters, artistIds: [artist.id] }));
  });
  return routes;
}

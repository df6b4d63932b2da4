import { type FarEndRequest, startFarEnd } from "./far-end";

const PER_PAGE = 100;

/** A Beatport track as its lists have it, with as little as the catalogue needs. */
export const beatportRow = (id: number, changes: object = {}) => ({
  id,
  name: `Track ${id}`,
  mix_name: "Original Mix",
  slug: `track-${id}`,
  isrc: `QZDEM${String(id).padStart(7, "0")}`,
  bpm: 134,
  length_ms: 360_000,
  publish_date: "2026-11-13",
  new_release_date: "2026-11-13",
  genre: { id: 6, name: "Techno (Peak Time / Driving)" },
  artists: [{ id: 1 + (id % 40), name: `Artist ${1 + (id % 40)}`, slug: "artist" }],
  remixers: [],
  release: {
    id: 10_000 + Math.floor(id / 3),
    name: `Release ${Math.floor(id / 3)}`,
    slug: "release",
    label: { id: 1 + (id % 12), name: `Label ${1 + (id % 12)}`, slug: "label" },
  },
  ...changes,
});

/** A Beatport that lists what `rows` says at each request. */
export function startBeatport(rows: (request: FarEndRequest) => unknown[]) {
  return startFarEnd((request) => {
    if (request.path.endsWith("/auth/o/token/")) {
      return { body: { access_token: "token", expires_in: 36_000 } };
    }
    const all = rows(request);
    const page = Number(request.query.get("page"));
    const results = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const next = page * PER_PAGE < all.length ? "api.beatport.com/v4/catalog/tracks/" : null;
    return { body: { results, next, count: all.length } };
  });
}

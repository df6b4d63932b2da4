/** What Development Mode has lost since 2024: `METHODS path`, an asterisk for one segment. */
const removed = [
  "GET /tracks",
  "GET /albums",
  "GET /artists",
  "GET /episodes",
  "GET /shows",
  "GET /audiobooks",
  "GET /chapters",
  "GET,POST,PUT,DELETE /playlists/*/tracks",
  "PUT,DELETE /playlists/*/followers",
  "GET /playlists/*/followers/contains",
  "GET /users/*",
  "GET,POST /users/*/playlists",
  "PUT,DELETE /me/tracks",
  "PUT,DELETE /me/albums",
  "PUT,DELETE /me/episodes",
  "PUT,DELETE /me/shows",
  "PUT,DELETE /me/audiobooks",
  "PUT,DELETE /me/following",
  "GET /me/*/contains",
  "GET /artists/*/top-tracks",
  "GET /artists/*/related-artists",
  "GET /browse/new-releases",
  "GET /browse/featured-playlists",
  "GET /browse/categories",
  "GET /browse/categories/*",
  "GET /browse/categories/*/playlists",
  "GET /markets",
  "GET /recommendations",
  "GET /recommendations/available-genre-seeds",
  "GET /audio-features",
  "GET /audio-features/*",
  "GET /audio-analysis/*",
].map((entry) => {
  const [methods = "", path = ""] = entry.split(" ");
  return {
    methods: methods.split(","),
    pattern: new RegExp(`^${path.replaceAll("*", "[^/]+")}$`),
  };
});

const kept = new Set(["/me/library/contains"]);

/** Whether the call existed once and is refused now. */
export const isRemoved = (method: string, path: string) =>
  !kept.has(path) &&
  removed.some(({ methods, pattern }) => methods.includes(method) && pattern.test(path));

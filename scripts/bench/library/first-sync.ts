import { round, startSlowly } from "../listener";
import { report } from "../report";

/** Sixty playlists with 4,630 items, and a page of everything else. */
const { app, library, words } = await startSlowly("full", {
  savedTracks: 50,
  savedAlbums: 50,
  followedArtists: 50,
});

const sync = await app.sync();
const on = `${library.words}; ${sync.stored} rows in ${sync.requests} requests, ${words}`;
report({ name: "library.first_sync_s", value: round(sync.secondsInAll), unit: "s", on });
report({
  name: "library.requests_ratio",
  value: round(sync.requests / library.leastRequests),
  unit: "× the least",
  on: `the least is ${library.leastRequests}; ${on}`,
});
await app.close();

import { control, measureLibrary, ofMira, round, startApp } from "../listener";
import { report } from "../report";

const LATENCY_MS = 100;
/** Sixty playlists with 4,630 items, and a page of everything else. */
const LIBRARY = { size: "full", savedTracks: 50, savedAlbums: 50, followedArtists: 50 };

const app = await startApp("full");
await ofMira("/library", LIBRARY);
const library = await measureLibrary();
await control("/latency", { ms: LATENCY_MS, match: { path: "/spotify/" } });
// the simulated Spotify draws what was heard when it is first asked for
await ofMira("/library/top");
await app.warmUp();

const sync = await app.sync();
const on = `${library.words}; ${sync.stored} rows in ${sync.requests} requests, sandbox with ${LATENCY_MS} ms latency, built-in engine`;
report({ name: "library.first_sync_s", value: round(sync.secondsInAll), unit: "s", on });
report({
  name: "library.requests_ratio",
  value: round(sync.requests / library.leastRequests),
  unit: "× the least",
  on: `the least is ${library.leastRequests}; ${on}`,
});
await app.close();

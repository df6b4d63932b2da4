import { ofMira, round, startSlowly } from "../listener";
import { report } from "../report";

const CHANGED = 3;

const { app, library, words } = await startSlowly("full");

const first = await app.sync();
const on = `${library.words}; ${first.stored} rows in ${first.requests} requests, ${words}`;
/** Beyond what has to hold: a library of twice the rows, which the syncs after it compare with. */
report({
  name: "library.first_sync_full_s",
  value: round(first.secondsInAll),
  unit: "s",
  on: `the least is ${library.leastRequests} requests; ${on}`,
});

const before = await app.countRows();
const unchanged = await app.sync("incremental");
const extra = (await app.countRows()) - before;

const own = library.playlists.filter(
  ({ ownerId, total }) => ownerId === "mira.okafor" && total > 2 && total < 50,
);
for (const { id } of own.slice(0, CHANGED)) {
  await ofMira(`/playlists/${id}/remove`, { positions: [1] });
}
const second = await app.sync("incremental");
const rows = (await app.countRows()) - before;
/** Each changed playlist is a changed playlist and one occurrence that is gone. */
const real = 2 * CHANGED;
report({
  name: "library.resync_requests",
  value: second.requests,
  unit: "requests",
  on: `${CHANGED} changed playlists of ${library.playlists.length} in ${round(second.seconds)} s; without a change ${unchanged.requests} requests in ${round(unchanged.seconds)} s; ${on}`,
});
report({
  name: "library.resync_extra_rows",
  value: extra + Math.abs(rows - real),
  unit: "rows",
  on: `beyond the ${real} of ${CHANGED} changed playlists, after a sync without changes and one with them; ${on}`,
});
await app.close();

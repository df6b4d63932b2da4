import type { StatePart, StateWish } from "@/db/queries/library-state";
import { measureLibrary, ofMira, round, startApp } from "../listener";
import { report } from "../report";

const SYNCS = 100;
const REPEATS = 15;
const PAGE = 100;
/** The longest playlist is ten thousand rows to read: it changes at every fortieth sync. */
const LONG_EVERY = 40;

const app = await startApp("large");
const library = await measureLibrary();
const { currentState, stateAsOf } = await import("@/db/queries/library-state");

const own = library.playlists.filter(({ ownerId }) => ownerId === "mira.okafor");
const longest = own.reduce((one, other) => (other.total > one.total ? other : one));
const short = own
  .filter(({ total }) => total > 5)
  .toSorted((a, b) => a.total - b.total)
  .slice(0, 10);
const owner = { userId: app.userId, connectionId: app.connectionId };

await app.sync();
const saved = await currentState(app.db, "saved_tracks", { ...owner, limit: SYNCS * 3 });
const uris = saved.rows.map(({ externalId }) => `spotify:track:${externalId}`);
let half = new Date();
for (let number = 1; number < SYNCS; number += 1) {
  const [gone, moved] = uris.slice(3 * number, 3 * number + 2);
  await ofMira("/unsave", { uris: [gone, moved] });
  await ofMira("/save", { uris: [moved] });
  const playlist = number % LONG_EVERY === 0 ? longest : short[number % short.length];
  await ofMira(`/playlists/${playlist?.id}/move`, { from: 1, before: 0 });
  await ofMira(`/playlists/${playlist?.id}/add`, { uris: [gone], position: 0 });
  await app.sync("incremental");
  if (number === SYNCS / 2) half = new Date();
}
const rows = await app.countRows();
await app.db.execute("analyze");

type Asked = { part: StatePart } & Partial<StateWish>;
const questions: Record<string, Asked> = {
  "saved tracks": { part: "saved_tracks" },
  "saved tracks by name": { part: "saved_tracks", sort: "name" },
  "saved tracks with a word": { part: "saved_tracks", text: "night" },
  "last page of saved tracks": { part: "saved_tracks", offset: 4_800 },
  "playlist of 10,000": { part: "playlist_items", subject: longest.id },
  "playlist of 10,000 by artist": {
    part: "playlist_items",
    subject: longest.id,
    sort: "artist",
  },
  "playlist of 10,000 with a word": {
    part: "playlist_items",
    subject: longest.id,
    text: "night",
  },
  playlists: { part: "playlists" },
  "top tracks": { part: "top_tracks", subject: "short" },
};

/** The median of a few, in milliseconds; the slowest question counts. */
async function slowest(ask: (part: StatePart, wish: StateWish) => Promise<unknown>) {
  const times: [name: string, ms: number][] = [];
  for (const [name, { part, ...wish }] of Object.entries(questions)) {
    const taken: number[] = [];
    for (let time = 0; time < REPEATS; time += 1) {
      const started = performance.now();
      await ask(part, { ...owner, limit: PAGE, ...wish });
      taken.push(performance.now() - started);
    }
    times.push([name, taken.toSorted((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0]);
  }
  return times.toSorted(([, a], [, b]) => b - a);
}

const words = (times: [string, number][]) =>
  times.map(([name, ms]) => `${name} ${round(ms)}`).join(", ");
const on = `pages of ${PAGE}, ${rows} history rows after ${SYNCS} syncs with changes; ${library.words}`;

const now = await slowest((part, wish) => currentState(app.db, part, wish));
report({
  name: "library.current_ms",
  value: round(now[0]?.[1] ?? 0),
  unit: "ms",
  on: `the slowest question's median of ${REPEATS}: ${words(now)}; ${on}`,
});
const then = await slowest((part, wish) => stateAsOf(app.db, part, half, wish));
report({
  name: "library.as_of_ms",
  value: round(then[0]?.[1] ?? 0),
  unit: "ms",
  on: `as of half-way, the slowest question's median of ${REPEATS}: ${words(then)}; ${on}`,
});
await app.close();

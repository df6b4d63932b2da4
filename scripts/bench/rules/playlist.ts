import { z } from "zod";
import { control, ofMira, startApp } from "../listener";
import { report } from "../report";

const PAIRS = 500;
const POOL = 2_000;
/** A playlist with rows that cannot be added is changed in place of each so-manieth pair. */
const ODD_EVERY = 20;
const MOST_ODD = 500;
const ROWS = 1_000;
const CHANGED = 10;
const SCATTERED = 200;

process.env.SPOTIFY_REQUESTS_PER_30_S = "60000";
const { db, userId, close } = await startApp("large");
const { withToken } = await import("@/lib/connections/with-token");
const { readPlaces } = await import("@/lib/playlists/observe-rows");
const { planRows } = await import("@/lib/playlists/plan-rows");
const { playOdd, playPair } = await import("@/lib/playlists/testing/play-pair");
const { randomNumbers, randomPair } = await import("@/lib/playlists/testing/random-pair");

const saved = z.object({ items: z.array(z.object({ uri: z.string() })) });
const items = z.object({
  items: z.array(z.object({ playlistId: z.string(), uri: z.string().nullable() })),
});
const made = z.object({ id: z.string() });
const pool = saved.parse(await ofMira("/library/saved-tracks")).items.map(({ uri }) => uri);
const held = items.parse(await ofMira("/library/playlist-items")).items;
const hasOdd = new Set(
  held.filter(({ uri }) => !uri?.startsWith("spotify:track:")).map(({ playlistId }) => playlistId),
);
const lengthOf = (id: string) => held.filter(({ playlistId }) => playlistId === id).length;
const [odd = ""] = [...hasOdd]
  .filter((id) => lengthOf(id) < MOST_ODD)
  .toSorted((one, other) => lengthOf(other) - lengthOf(one));
const tracks = pool.slice(0, POOL);

const ground = {
  db,
  userId,
  make: async (uris: string[]) => made.parse(await ofMira("/playlists", { name: "Pair", uris })).id,
  read: (playlistId: string) =>
    withToken(db, userId, async (token) => [...(await readPlaces({ playlistId, token }))]),
};

let exact = 0;
let handRowsLost = 0;
let dearer = 0;
const started = performance.now();
for (let seed = 1; seed <= PAIRS; seed += 1) {
  const played =
    seed % ODD_EVERY === 3
      ? await playOdd(ground, { playlistId: odd, pool: tracks, seed: 200 * seed })
      : await playPair(ground, randomPair(seed, tracks));
  if (played.exact) exact += 1;
  handRowsLost += played.handRowsLost;
  if (played.replacing !== null && played.writes > played.replacing) dearer += 1;
}
const seconds = Math.round((performance.now() - started) / 1000);
const on = `${PAIRS} random pairs of up to ${POOL} rows with duplicates and rows by hand, every ${ODD_EVERY}th a playlist with rows that cannot be added, carried out and read in the sandbox in ${seconds} s`;
report({ name: "rules.pairs_exact", value: exact, unit: "pairs", on });
report({ name: "rules.hand_rows_lost", value: handRowsLost, unit: "rows", on });
report({ name: "rules.pairs_dearer_than_replacing", value: dearer, unit: "pairs", on });

const thousand = pool.slice(0, ROWS);
const fresh = pool.slice(ROWS, ROWS + CHANGED);
const half = CHANGED / 2;
const withoutSome = (count: number) =>
  thousand.filter((_, index) => index % Math.floor(ROWS / count) !== 7);
const typical: Record<string, string[]> = {
  "five leave, five come at the end": [...withoutSome(half), ...fresh.slice(0, half)],
  "five leave, five come at the top": [...fresh.slice(0, half), ...withoutSome(half)],
  "ten leave": withoutSome(CHANGED),
  "ten come at the end": [...thousand, ...fresh],
  "ten leave, ten come at the top": [...fresh, ...withoutSome(CHANGED)],
  "a run of ten moves": [
    ...thousand.toSpliced(300, CHANGED),
    ...thousand.slice(300, 300 + CHANGED),
  ],
  "ten from everywhere come to the top": [
    ...thousand.filter((_, index) => index % (ROWS / CHANGED) === 7),
    ...withoutSome(CHANGED),
  ],
  "three are exchanged, each at its place": [7, 400, 800].reduce<string[]>(
    (list, place, index) => list.toSpliced(place, 1, fresh[index] ?? ""),
    thousand,
  ),
};
const requests = Object.entries(typical).map(
  ([name, target]) => [name, planRows(thousand, target).writes.length] as const,
);
report({
  name: "rules.small_change_requests",
  value: Math.max(...requests.map(([, count]) => count)),
  unit: "requests",
  on: `the dearest of: ${requests.map(([name, count]) => `${name} ${count}`).join(", ")}; ${ROWS} rows`,
});

const scattered = Array.from({ length: SCATTERED }, (_, seed) => {
  const random = randomNumbers(seed);
  const gone = new Set(random.shuffled(thousand).slice(0, half));
  const target = fresh.slice(0, half).reduce<string[]>(
    (list, uri) => list.toSpliced(random.below(list.length + 1), 0, uri),
    thousand.filter((uri) => !gone.has(uri)),
  );
  return planRows(thousand, target).writes.length;
}).toSorted((one, other) => one - other);
report({
  name: "rules.scattered_change_requests",
  value: scattered[Math.floor(SCATTERED / 2)] ?? 0,
  unit: "requests",
  on: `median of ${SCATTERED}, dearest ${scattered.at(-1)}: five rows leave and five come, each at a place of its own among ${ROWS}; ten requests replace the list`,
});
await control("/reset", {});
await close();

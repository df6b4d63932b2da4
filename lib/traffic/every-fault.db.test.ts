import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { emptyTables } from "@/db/testing/empty-tables";
import { type Fault, faultSchema } from "@/sandbox/control/fault";
import { playlistAnswer, stateAnswer } from "@/sandbox/testing/answers";
import { startClient } from "@/sandbox/testing/client";

const sandbox = await startClient();
process.env.SPOTIFY_ACCOUNTS_URL = `${sandbox.url}/spotify/accounts`;
process.env.SPOTIFY_API_URL = `${sandbox.url}/spotify/v1`;
process.env.SPOTIFY_CLIENT_ID = "clouder-demo";
process.env.SPOTIFY_CLIENT_SECRET = "clouder-demo-secret";
process.env.SPOTIFY_REQUESTS_PER_30_S = "60000";
process.env.BEATPORT_API_URL = `${sandbox.url}/beatport/v4`;
process.env.BEATPORT_CLIENT_ID = "clouder-demo";
process.env.BEATPORT_CLIENT_SECRET = "clouder-demo-secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "60000";
process.env.REQUEST_TIMEOUT_MS = "700";

const { db } = await import("@/db/client");
const { listTracks } = await import("@/lib/beatport/tracks");
const { withAppToken } = await import("@/lib/spotify/app-token");
const items = await import("@/lib/spotify/playlist-items");
const playlists = await import("@/lib/spotify/playlists");
const { searchTracksByIsrc } = await import("@/lib/spotify/tracks");
const { ProviderError, WaitUntilError } = await import("./provider-error");

type Rule = z.input<typeof faultSchema>;

/** Every kind the sandbox knows, in the forms that are read differently: a new kind is missed here. */
const faults: { [Kind in Fault["kind"]]: Omit<Extract<Rule, { kind: Kind }>, "kind">[] } = {
  "rate-limit": [
    { retryAfter: 1 },
    { retryAfter: "missing", body: "text" },
    { retryAfter: 0 },
    { retryAfter: { dateInSeconds: 1 } },
    { retryAfter: 80_000 },
    { retryAfter: 9_999_999_999 },
  ],
  quota: [{}, { retryAfter: "missing" }],
  status: [
    { status: 400 },
    { status: 403 },
    { status: 404 },
    { status: 408 },
    { status: 500 },
    { status: 503, body: "<html>Away</html>" },
  ],
  unauthorized: [{}],
  hang: [{}],
  reset: [{}],
  "applied-then-status": [{}],
  "applied-then-hang": [{}],
  "applied-then-reset": [{}],
  "slow-body": [{ ms: 50 }, { ms: 20_000 }],
  truncated: [{}],
  html: [{}, { status: 502 }],
};

test("no kind of fault that the sandbox can make is left out", () => {
  const kinds = faultSchema.options.map(({ shape }) => shape.kind.value);
  expect(Object.keys(faults).sort()).toEqual([...kinds].sort());
});

const WEEK = { genreId: 6, from: "2026-11-02", to: "2026-11-08" };
let token = "";
let uris: string[] = [];
let isrc = "";
let steady = "";
beforeAll(async () => {
  token = (await sandbox.signIn()).access_token;
  uris = (await sandbox.trackUris()).slice(0, 3);
  const { payloads } = await listTracks({ ...WEEK, page: 2 });
  isrc = z.object({ isrc: z.string() }).parse(payloads[0]?.raw).isrc;
  steady = (await makePlaylist()).id;
  await items.addPlaylistItems({ token, playlistId: steady, uris });
}, 60_000);
afterAll(() => sandbox.close());

let serial = 0;

async function makePlaylist() {
  serial += 1;
  const made = await sandbox.spotifyWith(token)("/me/playlists", {
    method: "POST",
    json: { name: `Fault ${serial}` },
  });
  const { id, name } = playlistAnswer.parse(await made.json());
  return { id, name };
}

async function held() {
  const { users } = stateAnswer.parse(await (await sandbox.control("/state")).json());
  return users
    .flatMap((user) => user.playlists)
    .map(({ id, items: rows, ...playlist }) => ({
      id,
      name: z.string().parse(playlist.name),
      uris: rows.map(({ uri }) => uri),
    }));
}

type Settled = { value: unknown } | { error: unknown };
const settle = (asking: Promise<unknown>): Promise<Settled> =>
  asking.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

/** What a caller may be told: a value, or one of the two errors. */
function expectAnOutcome(settled: Settled) {
  if ("value" in settled) return;
  const { error } = settled;
  expect(error instanceof ProviderError || error instanceof WaitUntilError, String(error)).toBe(
    true,
  );
}

const healed = async () => {
  await sandbox.control("/faults", undefined, "DELETE");
  await emptyTables(db, "provider_cooldowns", "provider_buckets");
};
beforeEach(healed);

/** Each read with the part of its path that no other request has. */
const reads = () => [
  { path: "/catalog/tracks/", run: () => listTracks({ ...WEEK, page: 2 }) },
  {
    path: "/search",
    run: () => withAppToken((app) => searchTracksByIsrc({ token: app, isrc })),
  },
  { path: steady, run: () => items.listPlaylistItems({ token, playlistId: steady }) },
];

const readAll = () => Promise.all(reads().map(({ run }) => run()));

/** Reads while the fault is there; a value has to be the truth. */
async function readUnder(fault: Rule, truths: unknown[]) {
  for (const { path } of reads()) {
    await sandbox.control("/faults", { ...fault, match: { method: "GET", path } });
  }
  const outcomes = await Promise.all(reads().map(({ run }) => settle(run())));
  outcomes.forEach((outcome, index) => {
    expectAnOutcome(outcome);
    if ("value" in outcome) expect(outcome.value).toEqual(truths[index]);
  });
}

/** Writes while the fault is there, and counts at the far end how often each was made. */
async function writeUnder(fault: Rule) {
  const added = await makePlaylist();
  const replaced = await makePlaylist();
  const renamed = await makePlaylist();
  const name = `Made ${serial}`;
  const rule = (method: string, path: string) =>
    sandbox.control("/faults", { ...fault, match: { method, path } });
  await rule("POST", `/playlists/${added.id}/items$`);
  await rule("PUT", `/playlists/${replaced.id}/items$`);
  await rule("PUT", `/playlists/${renamed.id}$`);
  await rule("POST", "/me/playlists$");

  const outcomes = await Promise.all([
    settle(items.addPlaylistItems({ token, playlistId: added.id, uris })),
    settle(items.replacePlaylistItems({ token, playlistId: replaced.id, uris })),
    settle(playlists.changePlaylist({ token, playlistId: renamed.id, name: "Renamed" })),
    settle(playlists.createPlaylist({ token, name, description: "", public: false })),
  ]);

  const world = await held();
  const find = (id: string) => world.find((playlist) => playlist.id === id);
  const times = [
    (find(added.id)?.uris.length ?? 0) / uris.length,
    (find(replaced.id)?.uris.length ?? 0) / uris.length,
    find(renamed.id)?.name === "Renamed" ? 1 : 0,
    world.filter((playlist) => playlist.name === name).length,
  ];
  outcomes.forEach((outcome, index) => {
    expectAnOutcome(outcome);
    if ("value" in outcome) expect(times[index]).toBe(1);
    else expect([0, 1]).toContain(times[index]);
    const owed = "error" in outcome && outcome.error instanceof WaitUntilError;
    if (owed) expect(times[index]).toBe(0);
  });
}

const cases = Object.entries(faults).flatMap(([kind, forms]) =>
  forms.map((form) => ({
    name: `${kind} ${JSON.stringify(form)}`,
    fault: faultSchema.parse({ kind, ...form }),
  })),
);

test.each(cases)(
  "under $name each answer comes or is owed, each write is made once at most",
  async ({ fault }) => {
    const truths = await readAll();
    await Promise.all([
      readUnder({ ...fault, times: 1 }, truths),
      writeUnder({ ...fault, times: 1 }),
    ]);
    await healed();
    expect(await readAll()).toEqual(truths);
  },
);

/** Said of reads, what was applied before it broke is no other fault. */
const lasting = cases.filter(({ fault }) => !/^(rate-limit|applied|slow)/.test(fault.kind));

test.each(lasting)(
  "as long as $name lasts nothing is invented, and then all is answered",
  async ({ fault }) => {
    const truths = await readAll();
    await readUnder({ ...fault, times: 20 }, truths);
    await healed();
    expect(await readAll()).toEqual(truths);
  },
);

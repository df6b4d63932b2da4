import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { report } from "../report";

const REQUESTS = 200;
const PROCESSES = 2;
const LIMIT = { requests: 40, seconds: 3 };
const GENRE = 6;
const WARM_UP = 8;
/** After them the warm-up is out of every window that is looked at. */
const REST_WINDOWS = 3;

const answers = z.array(z.object({ isrc: z.string(), ids: z.array(z.string()).nullable() }));
type Answers = z.infer<typeof answers>;

const control = async (path: string, body?: object, method = body ? "POST" : "GET") => {
  const answer = await fetch(`${process.env.SANDBOX_URL}/__sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  return answer.json();
};

/** A process of the app: asks for everything at once and leaves the rest to the governor. */
async function ask() {
  const { searchTracksByIsrc } = await import("@/lib/spotify/tracks");
  const { withAppToken } = await import("@/lib/spotify/app-token");
  // warm, as a process that has run for a while: connections are open and there is a token
  const warmUp = Array.from({ length: WARM_UP }, (_, index) => `QZAAA26${index + 10_000}`);
  await Promise.all(
    warmUp.map((isrc) => withAppToken((token) => searchTracksByIsrc({ token, isrc }))),
  );
  await sleep(REST_WINDOWS * LIMIT.seconds * 1000);
  process.once("message", async (isrcs: string[]) => {
    const results = await Promise.allSettled(
      isrcs.map((isrc) => withAppToken((token) => searchTracksByIsrc({ token, isrc }))),
    );
    const told: Answers = isrcs.map((isrc, index) => {
      const result = results[index];
      return {
        isrc,
        ids: result?.status === "fulfilled" ? result.value.map(({ id }) => id) : null,
      };
    });
    process.send?.(told, () => process.exit());
  });
  process.send?.("ready");
}

/** What the simulated Spotify answers when nothing is in the way. */
async function truth(isrcs: string[]) {
  const basic = Buffer.from(
    `${process.env.SPOTIFY_CLIENT_ID}:${process.env.SPOTIFY_CLIENT_SECRET}`,
  );
  const granted = await fetch(`${process.env.SPOTIFY_ACCOUNTS_URL}/api/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic.toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await granted.json());
  const found = z.object({
    tracks: z.object({ items: z.array(z.object({ id: z.string() })) }),
  });
  const known = new Map<string, string>();
  for (const isrc of isrcs) {
    const query = new URLSearchParams({
      q: `isrc:${isrc}`,
      type: "track",
      limit: "10",
      market: "DE",
    });
    const answer = await fetch(`${process.env.SPOTIFY_API_URL}/search?${query}`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    const { tracks } = found.parse(await answer.json());
    known.set(isrc, tracks.items.map(({ id }) => id).join());
  }
  return known;
}

async function someIsrcs() {
  const { listTracks } = await import("@/lib/beatport/tracks");
  const { readTrack } = await import("@/lib/beatport/track");
  const isrcs = new Set<string>();
  for (let page = 1; isrcs.size < REQUESTS; page += 1) {
    const { payloads, last } = await listTracks({
      genreId: GENRE,
      from: "2026-09-07",
      to: "2026-10-04",
      page,
    });
    for (const { raw } of payloads) {
      const reading = readTrack(raw);
      if ("track" in reading && reading.track.isrc) isrcs.add(reading.track.isrc);
    }
    if (last) break;
  }
  if (isrcs.size < REQUESTS) throw new Error("The simulated Beatport has too few tracks.");
  return [...isrcs].slice(0, REQUESTS);
}

async function measure() {
  const isrcs = await someIsrcs();
  const known = await truth(isrcs);

  const processes = Array.from({ length: PROCESSES }, () =>
    fork(fileURLToPath(import.meta.url), ["ask"], {
      env: {
        ...process.env,
        SPOTIFY_REQUESTS_PER_30_S: String((LIMIT.requests * 30) / LIMIT.seconds),
        SPOTIFY_WINDOW_S: String(LIMIT.seconds),
      },
    }),
  );
  await Promise.all(processes.map((one) => once(one, "message")));
  await control("/limits", { provider: "spotify", ...LIMIT });
  const before = await counted();

  const started = performance.now();
  const told = await Promise.all(
    processes.map((one, index) =>
      askProcess(
        one,
        isrcs.filter((_, place) => place % PROCESSES === index),
      ),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  await control("/limits", undefined, "DELETE");

  const after = await counted();
  const right = told.flat().filter(({ isrc, ids }) => ids?.join() === known.get(isrc)).length;
  const asked = after.all - before.all;
  const refused = after.refused - before.refused;
  const served = asked - refused;
  const allowed = (LIMIT.requests / LIMIT.seconds) * seconds;

  const round = (value: number) => Math.round(value * 100) / 100;
  const on = `${REQUESTS} searches of ${PROCESSES} warm processes in ${round(seconds)} s, sandbox limited to ${LIMIT.requests} per ${LIMIT.seconds} s`;
  report({
    name: "traffic.rate_used_pct",
    value: round((served / allowed) * 100),
    unit: "%",
    on: `${served} requests served of ${round(allowed)} that the limit lets through in that time; ${on}`,
  });
  report({
    name: "traffic.lost",
    value: REQUESTS - right,
    unit: "answers",
    on: `missing, or not what is answered without a limit; ${on}`,
  });
  report({
    name: "traffic.refused_pct",
    value: round((refused / asked) * 100),
    unit: "%",
    on: `answered with 429; ${on}`,
  });
  const { sqlClient } = await import("@/db/client");
  await sqlClient.end();
}

async function askProcess(one: ChildProcess, isrcs: string[]): Promise<Answers> {
  const answered = once(one, "message");
  one.send(isrcs);
  return answers.parse((await answered)[0]);
}

async function counted() {
  const stats = z.object({
    endpoints: z.record(z.string(), z.object({ statuses: z.record(z.string(), z.number()) })),
  });
  const { endpoints } = stats.parse(await control("/stats"));
  const spotify = Object.entries(endpoints).filter(([endpoint]) => endpoint.includes("/spotify/"));
  const statuses = spotify.flatMap(([, { statuses }]) => Object.entries(statuses));
  const sum = (rows: [string, number][]) => rows.reduce((total, [, count]) => total + count, 0);
  return { all: sum(statuses), refused: sum(statuses.filter(([status]) => status === "429")) };
}

await (process.argv[2] === "ask" ? ask() : measure());

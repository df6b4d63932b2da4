import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { startSandbox } from "../server";
import { startClient } from "../testing/client";
import { startListener } from "../testing/listener";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

test("playlists and tokens outlive a restart", async () => {
  const before = await startClient({ dataDir });
  const { access_token } = await before.signIn();
  await before.spotifyWith(access_token)("/me/playlists", {
    method: "POST",
    json: { name: "Peak Time" },
  });
  await before.close();

  const after = await startClient({ dataDir });
  const answer = await after.spotifyWith(access_token)("/me/playlists");
  expect(await answer.json()).toMatchObject({ total: 1, items: [{ name: "Peak Time" }] });
  await after.close();
});

test("a library, what happened to it, and the clock outlive a restart", async () => {
  const saved = z.object({ uri: z.string(), addedAt: z.string() });
  const before = await startListener({ dataDir });
  await before.clock({ advanceSeconds: 5 * 86_400 });
  const [first] = await before.truth("saved-tracks", saved);
  await before.act("unsave", { uris: [first?.uri] });
  const tracks = await before.truth("saved-tracks", saved);
  await before.close();

  const after = await startListener({ dataDir });
  expect(await after.truth("saved-tracks", saved)).toEqual(tracks);
  expect(await (await after.control("/clock")).json()).toMatchObject({ aheadSeconds: 432_000 });
  await after.close();
});

test("a file from before people had libraries is still read", async () => {
  const provider = { codes: {}, accessTokens: {}, refreshTokens: {} };
  const row = { uri: "spotify:track:x", addedAt: "2026-11-01T00:00:00Z", addedBy: "mira.okafor" };
  const kept = {
    id: "37kept",
    ownerId: "mira.okafor",
    name: "Kept",
    description: "",
    public: true,
    collaborative: false,
    version: 1,
    changedAt: 0,
    rows: [row],
  };
  const spotify = {
    ...provider,
    playlists: { [kept.id]: kept },
    libraries: { "mira.okafor": { uris: ["spotify:playlist:37kept"] } },
    unlisted: [],
  };
  const state = { version: 1, spotify, beatport: { ...provider, sessions: {} } };
  writeFileSync(join(dataDir, "state.json"), JSON.stringify(state));
  const listener = await startListener({ dataDir });
  const playlist = z.looseObject({ name: z.string() });
  const names = (await listener.truth("playlists", playlist)).map(({ name }) => name);
  expect(names).toHaveLength(13);
  expect(names).toContain("Kept");
  await listener.close();
});

test("without a folder nothing outlives it", async () => {
  const before = await startClient();
  const { access_token } = await before.signIn();
  await before.close();
  const after = await startClient();
  expect((await after.spotifyWith(access_token)("/me")).status).toBe(401);
  await after.close();
});

test("a broken file stops the start and is named", async () => {
  writeFileSync(join(dataDir, "state.json"), '{"version":1}');
  await expect(startSandbox({ dataDir })).rejects.toThrow(join(dataDir, "state.json"));
});

test("a taken port is named", async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await expect(startSandbox({ port })).rejects.toThrow(`port ${port} is taken`);
  await first.close();
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startSandbox } from "../server";
import { startClient } from "../testing/client";

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

import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { readPlaylists } from "./sandbox";
import { signIn, startStyle } from "./sign-in";
import { visit } from "./visit";

const dataDir = process.env.E2E_DATA_DIR ?? ".data";
const read = (...name: string[]) => fs.readFileSync(path.join(dataDir, ...name), "utf8");
const logs = () => fs.readdirSync(path.join(dataDir, "logs")).map((file) => read("logs", file));

type Line = { msg?: string; functionId?: string; runId?: string; jobKind?: string; jobId?: string };

/** What stands after the last line break is being written. */
const lines = () =>
  logs()
    .flatMap((log) => log.split("\n").slice(0, -1))
    .filter((line) => line.startsWith("{"))
    .map((line): Line => JSON.parse(line));

const work = () => lines().filter(({ functionId }) => functionId !== undefined);

/** What would let somebody in: keys of the installation, tokens that the simulated Spotify gave out. */
function secrets() {
  const own: Record<string, string> = JSON.parse(read("secrets.json"));
  const given = fs
    .readdirSync(path.join(dataDir, "sandbox"))
    .flatMap((file) => read("sandbox", file).match(/"[\w-]{60,}"/g) ?? [])
    .map((token) => token.slice(1, -1));
  expect(given.length).toBeGreaterThan(0);
  return [...Object.values(own), ...given, "clouder-demo-secret"];
}

test("the logs of a sign-in, a week and its playlists hold no secret, and name the work", async ({
  page,
}) => {
  await signIn(page, "Jonas Weil");
  await visit(page, "/styles");
  await startStyle(page, "Psy-Trance");
  await expect(page.locator("tr:focus")).toBeVisible({ timeout: 120_000 });
  for (const key of ["1", "2", "1"]) await page.keyboard.press(key);
  const filled = async () =>
    (await readPlaylists("Jonas Weil")).filter(({ uris }) => uris.length > 0);
  await expect.poll(async () => (await filled()).length, { timeout: 90_000 }).toBeGreaterThan(0);

  const ended = () => work().filter(({ msg, jobId }) => msg === "a run is done" && jobId);
  await expect
    .poll(() => ended().map(({ functionId }) => functionId), { timeout: 90_000 })
    .toEqual(expect.arrayContaining(["collect-week", "match-tracks", "sync-mirror"]));

  const written = logs().join("\n");
  const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
  expect(cookies.length).toBeGreaterThan(0);
  for (const secret of [...secrets(), ...cookies.map(({ value }) => value)]) {
    expect(written.includes(secret), `a log holds ${secret.slice(0, 4)}…`).toBe(false);
  }
  expect(written).not.toMatch(/\b(Bearer|Basic) [\w.~+/=-]{8,}/);

  for (const line of work()) expect(line).toMatchObject({ runId: expect.any(String) });
});

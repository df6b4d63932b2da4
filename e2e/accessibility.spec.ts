import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { press } from "./press";
import { signIn, startStyle } from "./sign-in";
import { visit } from "./visit";

type Visit = { name: string; path: string; open?: (page: Page) => Promise<void> };

let context: BrowserContext;
let board: string;

test.describe.configure({ mode: "serial" });

test.beforeAll("a DJ with a style, a week under way and something in Gold", async ({ browser }) => {
  context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "Jonas Weil");
  await startStyle(page, "Deep House");
  board = new URL(page.url()).pathname;
  await expect(page.locator("tr:focus")).toBeVisible({ timeout: 120_000 });
  for (const key of ["1", "1", "2", "0", "s"]) await page.keyboard.press(key);
  await expect(page.getByRole("grid", { name: / in Silver$/ }).first()).toBeVisible();
  await page.keyboard.press("g");
  const stages = page.getByRole("navigation", { name: "Stages" });
  await expect(stages.getByRole("link", { name: "Gold" })).toHaveText("Gold1");
  await page.close();
});

test.afterAll(() => context.close());

const visits = (): Visit[] => [
  { name: "home", path: "/home" },
  { name: "the styles", path: "/styles" },
  { name: "a style that is followed", path: `/styles/${board.split("/")[2]}` },
  { name: "a style that is not", path: "/styles/afro-house" },
  { name: "the board", path: board },
  { name: "the board, nothing fits", path: `${board}?q=no-such-track` },
  { name: "the palette", path: board, open: pressing("Control+k") },
  { name: "the help", path: board, open: pressing("?") },
  { name: "the category picker", path: board, open: pressing("t") },
  { name: "the review", path: `${board}?stage=silver` },
  { name: "a week not started", path: board.replace(/\d{4}-W\d{2}$/, "2026-W40") },
  { name: "golden", path: "/golden" },
  { name: "a Golden list", path: "/golden", open: openGoldenList },
  { name: "the library", path: "/library", open: untilRead },
  { name: "the library as of a day", path: "/library?part=saved_tracks&at=2026-01-01" },
  { name: "the library, nothing fits", path: "/library?q=no-such-track" },
  { name: "the changes of the library", path: "/library/changes" },
  { name: "a track and its history", path: "/library?part=saved_tracks", open: openTrack },
  {
    name: "a playlist and its states",
    path: "/library?part=playlists&only=mine",
    open: openPlaylist,
  },
  { name: "the quota", path: "/activity/quota" },
  { name: "the activity", path: "/activity" },
  { name: "a job and its log", path: "/activity", open: openJob },
  { name: "the activity, nothing fits", path: "/activity?q=no-such-job" },
  { name: "the history, nothing heard", path: "/library/history?period=2001" },
  { name: "taste over time", path: "/library/history/taste" },
  { name: "Golden tracks and their plays", path: "/library/history/golden" },
  { name: "the import of plays", path: "/library/history/import" },
  { name: "settings", path: "/settings" },
  { name: "the connections", path: "/settings/connections" },
  { name: "the way out of a connection", path: "/settings/connections", open: openDisconnect },
  { name: "a person's data", path: "/settings/data" },
  { name: "privacy", path: "/privacy" },
  { name: "the API", path: "/settings/api" },
  { name: "a new API token", path: "/settings/api", open: openTokenForm },
  { name: "an address that leads nowhere", path: "/curate/no-such-style/2026-W46" },
];

/** A title that streams in later comes after the head. */
const titledHead = /<head>(?:(?!<\/head>).)*<title>[^<]+<\/title>/s;

test("every page can be read and operated by everybody, dark and light", async () => {
  const page = await context.newPage();
  for (const { name, path, open } of visits()) {
    await test.step(name, async () => {
      const answer = await visit(page, path);
      expect(await answer?.text(), "its title comes before the page").toMatch(titledHead);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (open) await open(page);
      expect(await hiddenHeight(page), "nothing hangs out of the shell").toBe(0);
      await expectAccessible(page, name);
    });
  }
  await page.close();
});

test("so can the welcome page and Spotify's consent, dark and light", async ({ page }) => {
  await visit(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "welcome");
  await press(page.getByRole("button", { name: "Continue with Spotify" }));
  await expect(page.getByRole("button", { name: "Agree" })).toBeVisible();
  await expectAccessible(page, "consent");
});

test("the board and the review can be operated on a phone", async () => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [board, `${board}?stage=silver`]) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, `${path} on a phone`);
  }
  await page.close();
});

/** A fragment or a focus would scroll the whole shell by as much. */
const hiddenHeight = (page: Page) =>
  page.evaluate(() => {
    const shell = document.querySelector("main#main")?.parentElement?.parentElement;
    return shell ? shell.scrollHeight - shell.clientHeight : 0;
  });

const pressing = (key: string) => async (page: Page) => {
  await expect(page.locator("tr:focus")).toBeVisible();
  await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toBeVisible();
};

async function openTokenForm(page: Page) {
  await press(page.getByRole("button", { name: "New token" }));
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function openDisconnect(page: Page) {
  await press(page.getByRole("button", { name: "Disconnect Spotify…" }));
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function untilRead(page: Page) {
  const sync = page.getByRole("region", { name: "Sync" });
  await expect(sync).toContainText("Complete");
}

async function openTrack(page: Page) {
  await expect(page.locator("tr:focus")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What happened to it" })).toBeVisible();
}

async function openPlaylist(page: Page) {
  await expect(page.locator("tr:focus")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "States" })).toBeVisible();
}

async function openJob(page: Page) {
  await page.getByRole("grid", { name: "Jobs" }).getByRole("row").nth(1).press("Enter");
  const panel = page.getByRole("complementary", { name: "The opened job" });
  await expect(panel.getByRole("listitem").first()).toBeVisible();
}

async function openGoldenList(page: Page) {
  await page.locator("main a[href^='/golden/']").first().press("Enter");
  await expect(page).toHaveURL(/\/golden\/./);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

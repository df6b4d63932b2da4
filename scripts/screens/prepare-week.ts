import { expect, type Page } from "@playwright/test";

const STYLE = "techno-peak-time-driving";
/** Which key the tracks get, over and over: most of a week goes to Trash. */
const KEYS = ["2", "0", "1", "0", "0", "3", "2", "0", "0", "4", "0", "2", "0", "0", "1"];
const SORTED = 90;
const PROMOTED = 6;

async function signIn(page: Page) {
  await page.goto("/");
  await page.getByRole("button", { name: "Continue with Spotify" }).click();
  await page.getByRole("button", { name: "Agree" }).click();
  await page.waitForURL("**/home");
}

/** Signs in as the first demo user and sorts about half of a week. Resolves to where it is. */
export async function prepareWeek(page: Page) {
  await signIn(page);
  await page.goto(`/styles/${STYLE}`);
  await page.getByRole("button", { name: /^Create and start/ }).click();
  await page.waitForURL("**/curate/**");

  const grid = page.getByRole("grid", { name: "Bronze tracks" });
  await expect(grid.getByRole("row").nth(1)).toBeVisible({ timeout: 120_000 });
  for (let press = 0; press < SORTED; press += 1) {
    await page.keyboard.press(KEYS[press % KEYS.length] ?? "0");
  }
  await page.keyboard.press("Shift+S");
  await page.waitForURL("**stage=silver**");
  for (let press = 0; press < PROMOTED; press += 1) await page.keyboard.press("g");
  await page.waitForLoadState("networkidle");
  return { style: STYLE, week: /\d{4}-W\d\d/.exec(page.url())?.[0] ?? "" };
}

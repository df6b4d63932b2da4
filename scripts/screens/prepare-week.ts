import { expect, type Page } from "@playwright/test";
import { exportOf, importFile } from "../../e2e/import-plays";
import { signIn, startStyle } from "../../e2e/sign-in";
import { visit } from "../../e2e/visit";
import type { Place } from "./pages";

/** Which key the tracks get, over and over: half of a week goes to Trash. */
const KEYS = ["2", "0", "1", "0", "0", "3", "2", "0", "0", "4", "0", "2", "0", "0", "1"];
const SORTED = 90;
/** In the review: two to Gold, the next category, three more. */
const REVIEW = ["g", "g", "l", "g", "g", "g"];

/**
 * Signs in as the first demo user, sorts about half of a week, imports years of plays and plans a
 * playlist by a rule. Resolves to where all of it is.
 */
export async function prepareWeek(page: Page): Promise<Place> {
  await signIn(page, "Mira Okafor");
  await startStyle(page, "Peak Time");
  const [, style = "", week = ""] = /curate\/([^/]+)\/([^/?]+)/.exec(page.url()) ?? [];

  const rows = page.getByRole("grid", { name: "Bronze tracks" }).getByRole("row");
  await expect(rows.nth(1)).toBeVisible({ timeout: 120_000 });
  for (let press = 0; press < SORTED; press += 1) {
    await page.keyboard.press(KEYS[press % KEYS.length] ?? "0");
  }
  await page.keyboard.press("s");
  await expect(page.getByRole("grid", { name: /in Silver$/ }).first()).toBeVisible();
  for (const key of REVIEW) await page.keyboard.press(key);
  const promoted = REVIEW.filter((key) => key === "g").length;
  await expect(page.getByRole("link", { name: `Gold ${promoted}` })).toBeVisible();
  await untilSaved(page, promoted);
  await importFile(page, await exportOf("mira.okafor"), 1);
  return { style, week, ...(await prepareRules(page)) };
}

async function prepareRules(page: Page) {
  await visit(page, "/rules");
  const template = page
    .getByRole("main")
    .getByRole("button", { name: /^Saved but in no playlist/ });
  await template.press("Enter");
  await expect(page).toHaveURL(/\/rules\/[0-9a-f-]{36}$/);
  const ruleSet = new URL(page.url()).pathname;
  await expect(page.getByText(/^of [1-9][\d,]* tracks$/)).toBeVisible({ timeout: 120_000 });
  await page.getByRole("button", { name: "Playlist", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Preview the change" }).press("Enter");
  await expect(page).toHaveURL(/\/playlists\/plans\/[0-9a-f-]{36}$/);
  return { ruleSet, plan: new URL(page.url()).pathname };
}

/** Decisions are sent one after the other, so the last one's arrival is everybody's. */
async function untilSaved(page: Page, promoted: number) {
  const styles = await page.context().newPage();
  await expect(async () => {
    await visit(styles, "/styles");
    await expect(styles.getByText(`${promoted} gold`)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 180_000 });
  await styles.close();
}

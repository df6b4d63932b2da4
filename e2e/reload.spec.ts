import { expect, type Page, test } from "@playwright/test";
import type { Board } from "@/lib/curation/board";
import { press } from "./press";
import { boardUrlOf, signIn } from "./sign-in";
import { reload, visit } from "./visit";

test("decisions that were not answered yet survive a reload, in their order", async ({ page }) => {
  // from the first request on: what is intercepted only later lets one or the other through
  let holdsBack = false;
  await page.route("**/*", (route) =>
    holdsBack && route.request().headers()["next-action"] ? undefined : route.continue(),
  );
  await signIn(page, "Mira Okafor");
  await visit(page, "/styles/afro-house");
  await press(page.getByRole("button", { name: /^Create and start/ }));
  await expect(page.locator("tr:focus")).toBeVisible({ timeout: 120_000 });
  const boardUrl = await boardUrlOf(page);

  holdsBack = true;
  for (const key of ["1", "2", "1"]) await page.keyboard.press(key);
  await expect(stageTab(page, "Silver")).toHaveText("Silver3");
  expect(await sortedBy(page, boardUrl)).toBe(0);

  holdsBack = false;
  await reload(page);
  await expect.poll(() => sortedBy(page, boardUrl)).toBe(3);
  await expect(stageTab(page, "Silver")).toHaveText("Silver3");

  for (let press = 0; press < 3; press += 1) await page.keyboard.press("u");
  await expect.poll(() => sortedBy(page, boardUrl)).toBe(0);
  await expect(stageTab(page, "Silver")).toHaveText("Silver0");
});

const stageTab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name });

/** How many tracks the server holds as sorted. */
async function sortedBy(page: Page, boardUrl: string) {
  const board: Board = await (await page.request.get(boardUrl)).json();
  return board.tracks.filter(({ categoryId }) => categoryId !== null).length;
}

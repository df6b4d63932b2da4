import { expect, type Page, test } from "@playwright/test";
import type { Board } from "@/lib/curation/board";
import { boardUrlOf, signIn } from "./sign-in";

test("decisions that were not answered yet outlive their page, in their order", async ({
  page,
  context,
}) => {
  await signIn(page, "Mira Okafor");
  await page.goto("/styles/afro-house");
  await page.getByRole("button", { name: /^Create and start/ }).press("Enter");
  await expect(page.locator("tr:focus")).toBeVisible();
  const boardUrl = await boardUrlOf(page);
  const address = page.url();

  await context.setOffline(true);
  for (const key of ["1", "2", "1"]) await page.keyboard.press(key);
  await expect(stageTab(page, "Silver")).toHaveText("Silver3");
  expect(await sortedBy(page, boardUrl)).toBe(0);
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect.poll(() => sortedBy(again, boardUrl)).toBe(3);
  await expect(stageTab(again, "Silver")).toHaveText("Silver3");

  await expect(again.locator("tr:focus")).toBeVisible();
  for (let press = 0; press < 3; press += 1) await again.keyboard.press("u");
  await expect.poll(() => sortedBy(again, boardUrl)).toBe(0);
  await expect(stageTab(again, "Silver")).toHaveText("Silver0");
});

const stageTab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name });

/** How many tracks the server holds as sorted. */
async function sortedBy(page: Page, boardUrl: string) {
  const board: Board = await (await page.request.get(boardUrl)).json();
  return board.tracks.filter(({ categoryId }) => categoryId !== null).length;
}

import { expect, type Page } from "@playwright/test";
import { press } from "./press";
import { visit } from "./visit";

/** From the welcome page through Spotify's consent page to Home, without the mouse. */
export async function signIn(page: Page, name: "Mira Okafor" | "Jonas Weil") {
  await visit(page, "/");
  await press(page.getByRole("button", { name: "Continue with Spotify" }));
  await press(page.getByRole("radio", { name }), "Space");
  await press(page.getByRole("button", { name: "Agree" }));
  await expect(page).toHaveURL(/\/home$/);
}

/** The search field of the styles, which a first visitor's Home has too, starter categories, and this week: Enter three times. */
export async function startStyle(page: Page, name: string) {
  const search = page.getByRole("searchbox", { name: "Find a style" });
  const found = page.getByRole("search").getByRole("listitem");
  await expect(found.first()).toBeVisible();
  const all = await found.count();
  // the page counts what fits as soon as it is awake
  await expect(async () => {
    await search.fill("");
    await search.fill(name);
    expect(await found.count()).toBeLessThan(all);
  }).toPass();
  await search.press("Enter");
  const create = page.getByRole("button", { name: /^Create and start/ });
  await press(create);
  await expect(page).toHaveURL(/\/curate\//);
}

/** Where the data of the board in sight is read from. */
export async function boardUrlOf(page: Page) {
  const period = await page.locator("[data-period]").getAttribute("data-period");
  return `/api/curation/periods/${period}`;
}

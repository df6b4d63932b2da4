import { expect, test } from "@playwright/test";
import { signIn, startStyle } from "./sign-in";
import { visit } from "./visit";

test("what a week cost is told by group, by hour and by job, and stays true", async ({ page }) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/styles");
  await startStyle(page, "Melodic House");
  await expect(page.locator("tr:focus")).toBeVisible({ timeout: 120_000 });

  await visit(page, "/activity");
  const tabs = page.getByRole("navigation", { name: "Activity" });
  await tabs.getByRole("link", { name: "Quota" }).press("Enter");
  await expect(page).toHaveTitle(/Quota/);
  await expect(tabs.getByRole("link", { name: "Quota" })).toHaveAttribute("aria-current", "page");

  const beatport = page.getByRole("region", { name: "Beatport" });
  const catalog = beatport.getByRole("listitem").filter({ hasText: "Catalog" });
  await expect(catalog.getByRole("heading", { name: "Catalog" })).toBeVisible();
  await expect(catalog).toContainText(/24 hours\s*[\d,]+ requests?/);

  await catalog.getByText("Hour by hour").press("Enter");
  const now = catalog.getByRole("row").nth(1);
  await expect(now.getByRole("rowheader")).toHaveText(/^\d{2}:[0-5]\d$/);
  await expect(now.getByRole("cell").first()).toHaveText(/^[1-9]/);

  const work = page.getByRole("region", { name: /^By job/ });
  await expect(work.getByRole("rowheader", { name: /Melodic House/ }).first()).toBeVisible();

  const total = page.getByRole("region", { name: "Spotify" }).getByRole("listitem").first();
  const before = await total.textContent();
  const other = await page.context().newPage();
  await visit(other, "/styles");
  await startStyle(other, "Organic House");
  await expect(total).not.toHaveText(before ?? "");
});

test("it is for people who are signed in", async ({ page }) => {
  await visit(page, "/activity/quota");
  await expect(page).toHaveURL(/\/$/);
});

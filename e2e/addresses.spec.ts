import { expect, test } from "@playwright/test";
import { signIn } from "./sign-in";

test("addresses that lead nowhere answer 404, with a page that says so", async ({ page }) => {
  await signIn(page, "Jonas Weil");
  for (const path of [
    "/nope",
    "/curate/no-such-style/2026-W40",
    "/curate/deep-house/2026-W54",
    "/curate/deep-house/2090-W01",
    "/curate/deep-house/next-week",
    "/styles/no-such-style",
    "/golden/no-such-category",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
  }
});

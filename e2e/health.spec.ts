import { expect, test } from "@playwright/test";

test("the web server is up, and its database answers", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ ready: true });
});

test("a visitor who is not signed in sees the welcome page", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Continue with Spotify" })).toBeVisible();
});

import { expect, test } from "@playwright/test";
import { visit } from "./visit";

test("the web server is up, and its database answers", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ ready: true });
});

test("it is alive, and everything it needs is in order", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  const ready = await request.get("/api/health/ready");
  expect(await ready.json()).toMatchObject({
    ready: true,
    parts: { database: "ok", migrations: "ok", background: "ok" },
  });
  expect(ready.status()).toBe(200);
});

test("a visitor who is not signed in sees the welcome page", async ({ page }) => {
  await visit(page, "/");
  await expect(page.getByRole("button", { name: "Continue with Spotify" })).toBeVisible();
});

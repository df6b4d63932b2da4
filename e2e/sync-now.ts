import { expect, type Page } from "@playwright/test";
import type { SyncView } from "@/lib/library/library-view";
import { press } from "./press";

/** Has the library read and waits for the end of it: "Syncing" may be over before it is shown. */
export async function syncNow(page: Page) {
  const button = page.getByRole("button", { name: "Sync now" });
  await expect(button).toBeEnabled();
  const before = await readRun(page);
  await press(button);
  await expect
    .poll(
      async () => {
        const run = await readRun(page);
        return run?.id !== before?.id && run?.finishedAt != null;
      },
      { timeout: 120_000 },
    )
    .toBe(true);
  await expect(button).toBeEnabled();
}

async function readRun(page: Page) {
  const { run }: SyncView = await (await page.request.get("/api/library/sync")).json();
  return run;
}

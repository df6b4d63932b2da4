import type { Page } from "@playwright/test";

/** Opens a page of Clouder and waits until it is awake: a press before that may be lost. */
export async function visit(page: Page, path: string) {
  const answer = await page.goto(path);
  await untilAwake(page);
  return answer;
}

/** Loads the page again and waits until it is awake. */
export async function reload(page: Page) {
  await page.reload();
  await untilAwake(page);
}

/** React marks the document as its own when it begins to listen. */
const untilAwake = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document).some((key) => key.startsWith("__reactContainer")),
  );

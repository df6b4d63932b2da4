import fs from "node:fs";
import { type Browser, expect, test } from "@playwright/test";
import { type PictureOf, pagesOf, sizes, themes } from "./pages";
import { prepareWeek } from "./prepare-week";

const FOLDER = "docs/screens";

type Visit = { browser: Browser; storageState: string | undefined; theme: "dark" | "light" };

async function openAs({ browser, storageState, theme }: Visit, size: (typeof sizes)[number]) {
  return browser.newPage({
    storageState,
    viewport: size,
    colorScheme: theme,
    reducedMotion: "reduce",
    deviceScaleFactor: 1,
    baseURL: process.env.E2E_APP_URL,
  });
}

async function takePicture(visit: Visit, picture: PictureOf, size: (typeof sizes)[number]) {
  const page = await openAs(visit, size);
  await page.goto(picture.path);
  await expect(page.getByText(picture.shows).first()).toBeAttached();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  const file = `${FOLDER}/${picture.name}-${visit.theme}-${size.width}.png`;
  await page.screenshot({ path: file });
  await page.close();
  return file;
}

test("every page in both themes and three widths", async ({ browser }) => {
  fs.mkdirSync(FOLDER, { recursive: true });
  const desk = await browser.newPage({ baseURL: process.env.E2E_APP_URL });
  const place = await prepareWeek(desk);
  const session = test.info().outputPath("session.json");
  await desk.context().storageState({ path: session });

  for (const picture of pagesOf(place)) {
    for (const theme of themes) {
      const visit = { browser, theme, storageState: picture.signedOut ? undefined : session };
      for (const size of sizes) {
        const file = await takePicture(visit, picture, size);
        // the welcome page shows the board at work
        const isShopWindow = picture.name === "board" && size.width === 1440;
        if (isShopWindow) fs.copyFileSync(file, `public/board-${theme}.png`);
      }
    }
  }
});

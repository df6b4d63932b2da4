import fs from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { visit } from "../../e2e/visit";
import { type PictureOf, pagesOf, sizes, themes } from "./pages";
import { prepareWeek } from "./prepare-week";

const FOLDER = "docs/screens";

async function takePicture(page: Page, { path, shows }: PictureOf, file: string) {
  await visit(page, path);
  await expect(page.getByText(shows).first()).toBeAttached();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${file}` });
}

test("every page in both themes and three widths", async ({ browser }) => {
  fs.mkdirSync(FOLDER, { recursive: true });
  const baseURL = process.env.E2E_APP_URL;
  const desk = await browser.newContext({ baseURL });
  const place = await prepareWeek(await desk.newPage());
  const storageState = await desk.storageState();
  const pictures = pagesOf(place);

  for (const colorScheme of themes) {
    for (const viewport of sizes) {
      const look = { baseURL, colorScheme, viewport, reducedMotion: "reduce" } as const;
      const visitor = await browser.newContext(look);
      const dj = await browser.newContext({ ...look, storageState });
      const [outside, inside] = [await visitor.newPage(), await dj.newPage()];
      for (const picture of pictures) {
        const file = `${picture.name}-${colorScheme}-${viewport.width}.png`;
        await takePicture(picture.signedOut ? outside : inside, picture, file);
      }
      await Promise.all([visitor.close(), dj.close()]);
    }
    // the welcome page shows the board at work
    fs.copyFileSync(`${FOLDER}/board-${colorScheme}-1440.png`, `public/board-${colorScheme}.png`);
  }
});

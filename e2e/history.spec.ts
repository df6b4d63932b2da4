import { expect, test } from "@playwright/test";
import { exportOf, importFile, imports } from "./import-plays";
import { press } from "./press";
import { signIn } from "./sign-in";

const USER = "mira.okafor";

test("years of plays come in by an archive once, and can be read without the mouse", async ({
  page,
}) => {
  await signIn(page, "Mira Okafor");
  const file = await exportOf(USER, 30_000);
  await importFile(page, file, 1);
  await expect(imports(page).first()).not.toContainText(": 0 plays added");
  await importFile(page, file, 2);
  await expect(imports(page).first()).toContainText(": 0 plays added");

  await page.getByRole("link", { name: "Listening" }).press("Enter");
  await page.getByRole("navigation", { name: "Period" }).getByText("All time").press("Enter");
  await expect(page).toHaveURL(/period=all/);
  const bars = page.getByRole("slider", { name: /^Plays per month/ });
  await bars.press("Home");
  const first = await bars.getAttribute("aria-valuetext");
  expect(first).toMatch(/^\w+ \d{4}: [\d,]+ plays?, /);
  await bars.press("ArrowRight");
  await expect(bars).not.toHaveAttribute("aria-valuetext", first ?? "");

  const hours = page.getByRole("slider", { name: "Plays by weekday and hour" });
  await hours.press("Home");
  await hours.press("ArrowDown");
  await expect(hours).toHaveAttribute("aria-valuetext", /^Tuesday 00:00, /);

  await press(page.getByRole("button", { name: "Table: Plays per month" }), "Space");
  const months = page.getByRole("table", { name: "Plays per month" });
  await expect(months.getByRole("row").last()).toContainText(first?.split(":")[0] ?? "");

  await page.getByRole("navigation", { name: "Heard most by" }).getByText("Tracks").press("Enter");
  const tracks = page.getByRole("table", { name: "Tracks heard most" });
  await expect(tracks).toBeVisible();

  await page.getByRole("link", { name: "Taste" }).press("Enter");
  const ranks = page.getByRole("slider", { name: "Artists heard most, month by month" });
  await ranks.press("Home");
  await expect(ranks).toHaveAttribute("aria-valuetext", /^\w+ \d{4}: 1 .+, 2 /);
});

test("a file chosen before the page is awake is taken, and refused in words when it is no export", async ({
  page,
}) => {
  await signIn(page, "Mira Okafor");
  const buffer = Buffer.from(JSON.stringify({ playlists: [] }));
  const file = { name: "playlists.json", mimeType: "application/json", buffer };
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto("/library/history/import", { waitUntil: "commit" });
  const field = page.getByLabel("The archive, or the JSON files in it");
  const start = page.getByRole("button", { name: "Import" });
  await field.setInputFiles(file);
  await start.press("Enter");
  wake();
  await expect(imports(page).first()).toContainText("not a list of plays", { timeout: 120_000 });

  await field.setInputFiles({ ...file, name: "nothing.json", buffer: Buffer.alloc(0) });
  await press(start);
  await expect(page.getByText("nothing.json is empty.")).toBeVisible();
  await expect(field).toHaveValue(/nothing\.json$/);
});

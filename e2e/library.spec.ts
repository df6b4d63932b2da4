import { expect, type Page, test } from "@playwright/test";
import { press } from "./press";
import { actAs, readLibrary, setSwitches } from "./sandbox";
import { signIn } from "./sign-in";
import { syncNow } from "./sync-now";
import { visit } from "./visit";

const ME = "mira.okafor";
/** Far enough down that the server sent it later. */
const FAR_DOWN = 420;

test.beforeAll(async () => {
  await setSwitches({ living: false });
  await actAs(ME, "library", { size: "small", savedTracks: FAR_DOWN + 80 });
});
test.afterAll(async () => {
  await actAs(ME, "library", { size: "small" });
  await setSwitches({ living: true });
});

test("a library is read, walked through, changed, and told of as it was before", async ({
  page,
}) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/library");

  await test.step("signing in has it read, and every part says it is whole", async () => {
    await expect(sync(page)).toContainText("Complete", { timeout: 120_000 });
    await syncNow(page);
    const saved = await readLibrary(ME, "saved-tracks");
    const total = new Intl.NumberFormat("en").format(saved.length);
    await expect(tab(page, "Saved tracks")).toContainText(total);
  });

  await test.step("lists are changed and walked through with the keyboard", async () => {
    await expect(page.locator("tr:focus")).toBeVisible();
    await page.keyboard.press("5");
    await expect(tab(page, "Saved tracks")).toHaveAttribute("aria-selected", "true");
    await expect(row(page, 1)).toBeFocused();
    await page.keyboard.press("j");
    await expect(row(page, 2)).toBeFocused();
    await page.keyboard.press("End");
    const last = page.locator("tr:focus");
    await expect(last).toHaveAttribute(
      "aria-rowindex",
      new RegExp(`^[${FAR_DOWN / 100}-9]\\d{2,}$`),
    );
    await expect(last.getByRole("link").first()).toBeVisible();
    await page.keyboard.press("Home");
    await expect(row(page, 1)).toBeFocused();
  });

  const name = await row(page, 1).getByRole("link").first().innerText();
  // other tracks may be called the same
  const opener = row(page, 1).locator("a[target]");
  const address = (await opener.getAttribute("href")) ?? "";

  await test.step("what does not fit is filtered away, and comes back", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("no such track anywhere");
    await expect(page.getByText("Nothing fits")).toBeVisible();
    await press(page.getByRole("button", { name: "Show all" }));
    await expect(row(page, 1)).toContainText(name);
  });

  await test.step("a track no longer saved on Spotify is gone after the next sync", async () => {
    await actAs(ME, "unsave", { uris: [`spotify:track:${address.split("/").at(-1)}`] });
    await syncNow(page);
    await expect(page.getByRole("grid").locator(`a[href="${address}"]`)).toHaveCount(0);
    await expect(sync(page)).toContainText("1 gone");
  });

  await test.step("the changes say so, and lead to the track and its history", async () => {
    await page.getByRole("link", { name: "Changes" }).press("Enter");
    const lines = page.getByRole("listitem").filter({ hasText: name });
    const line = lines.filter({ hasText: "No longer saved" }).last();
    await line.getByRole("link", { name, exact: true }).press("Enter");
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
    const timeline = page.getByRole("region", { name: "What happened to it" });
    await expect(timeline).toContainText("No longer saved");
    await expect(timeline).toContainText(/Saved/);
  });

  await test.step("and as of the sync before it is there", async () => {
    await visit(page, "/library/changes?part=saved_tracks");
    await page.getByRole("link", { name: "The library after it" }).nth(1).press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "As it was" })).toBeVisible();
    await tab(page, "Saved tracks").press("Enter");
    await expect(opener).toHaveAttribute("href", address);
    await press(page.getByRole("button", { name: "Back to now" }));
    await expect(opener).not.toHaveAttribute("href", address);
  });
});

test("a playlist is shown in every state it had", async ({ page }) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/library");
  await expect(sync(page)).toContainText("Complete", { timeout: 120_000 });
  const playlists = await readLibrary(ME, "playlists");
  const own = playlists.find(({ readable, total = 0 }) => readable && total > 5);
  await actAs(ME, `playlists/${own?.id}/remove`, { positions: [0] });
  await syncNow(page);

  await visit(page, `/library/playlists/${own?.id}`);
  const states = page.getByRole("navigation", { name: "Earlier states" });
  const [now, , before] = [0, 1, 2].map((line) => states.getByRole("listitem").nth(line));
  await before?.getByRole("link", { name: "What changed since" }).press("Enter");
  await expect(page.getByRole("heading", { name: /0 added, 1 removed, 0 moved$/ })).toBeVisible();
  const removed = page.getByRole("listitem").filter({ hasText: "Removed from 1" });
  const name = await removed.getByRole("link").first().innerText();
  await before?.getByRole("link").first().press("Enter");
  await expect(row(page, 1)).toContainText(name);
  const first = await row(page, 1).innerText();
  await now?.getByRole("link").press("Enter");
  await expect(row(page, 1)).not.toHaveText(first, { useInnerText: true });
});

const sync = (page: Page) => page.getByRole("region", { name: "Sync" });
const tab = (page: Page, name: string) => page.getByRole("tab", { name });
const row = (page: Page, number: number) =>
  page.getByRole("grid").locator(`tr[aria-rowindex='${number + 1}']`);

import { expect, type Page, test } from "@playwright/test";
import { press } from "./press";
import { signIn } from "./sign-in";
import { visit } from "./visit";

test("Apple Music is connected, its library seen beside Spotify's, and erased again", async ({
  page,
}) => {
  await signIn(page, "Jonas Weil");

  await test.step("consent that is refused connects nobody, and is told", async () => {
    await visit(page, "/settings/connections");
    await connect(page);
    await press(page.getByRole("button", { name: "Cancel" }));
    await expect(page.getByRole("alert").filter({ hasText: "Apple Music" })).toContainText(
      "the consent was not given",
    );
  });

  await test.step("a way back that did not begin here connects nobody", async () => {
    await visit(page, `/api/connections/apple?state=made-up&music_user_token=0.${"x".repeat(40)}`);
    await expect(page).toHaveURL(/problem=apple-denied/);
    await expect(apple(page).getByRole("button", { name: "Connect Apple Music" })).toBeVisible();
  });

  await test.step("consent that is given connects, and the library is read", async () => {
    await connect(page);
    await press(page.getByRole("radio", { name: "Jonas Weil" }), "Space");
    await press(page.getByRole("button", { name: "Agree" }));
    await expect(page).toHaveURL(/\/settings\/connections$/);
    await expect(apple(page)).toContainText("Connected");
    const sync = page.getByRole("region", { name: "Library at Apple Music" });
    await expect(sync).toContainText("Complete", { timeout: 120_000 });
    await press(sync.getByRole("button", { name: "Pause" }));
    await expect(sync).toContainText("Paused: nothing is read by itself.");
  });

  await test.step("its library stands beside Spotify's", async () => {
    await visit(page, "/library");
    const choice = page.getByRole("navigation", { name: "Whose library" });
    await choice.getByRole("link", { name: "Apple Music" }).press("Enter");
    await expect(page).toHaveURL(/\/library\?provider=apple$/);
    await expect(page.getByRole("tab")).toHaveText([
      /^Heavy rotation20$/,
      /^Recently played\d+$/,
      /^Recently added\d+$/,
      /^Playlists\d+$/,
      /^Library songs[\d,]+$/,
      /^Library albums\d+$/,
      /^Library artists\d+$/,
    ]);
    await row(page, 1).press("5");
    await expect(page.getByRole("tab", { name: "Library songs" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await expect(row(page, 1).locator("a[target]")).toHaveAttribute(
      "href",
      /^https:\/\/music\.apple\.com\//,
    );
    await row(page, 1).press("4");
    await expect(page.getByRole("tab", { name: "Playlists" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await row(page, 1).getByRole("link").first().press("Enter");
    await expect(page).toHaveURL(/\/library\/playlists\/p\..*provider=apple/);
    await expect(row(page, 1)).toBeVisible();
    await row(page, 1).getByRole("link").first().press("Enter");
    await expect(page.getByRole("region", { name: "The track" })).toContainText("Apple Music");
    await page.getByRole("link", { name: "Changes" }).press("Enter");
    await expect(page.getByRole("main")).toContainText("The first sync: all of it was new");
  });

  await test.step("disconnecting erases it, and leaves Spotify's library alone", async () => {
    await visit(page, "/settings/connections");
    await press(page.getByRole("button", { name: "Disconnect Apple Music…" }));
    const warning = page.getByRole("dialog", { name: /^Disconnect Apple Music/ });
    await press(warning.getByRole("button", { name: "Disconnect and erase" }));
    const erased = page.getByRole("region", { name: "Erased" });
    await expect(erased).toContainText(/Apple Music erased.*rows before, 0 after/, {
      timeout: 60_000,
    });
    await visit(page, "/library");
    await expect(page.getByRole("tab", { name: "Saved tracks" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Whose library" })).toHaveCount(0);
  });
});

const apple = (page: Page) => page.getByRole("region", { name: "Apple Music", exact: true });
const connect = (page: Page) =>
  press(apple(page).getByRole("button", { name: "Connect Apple Music" }));
const row = (page: Page, number: number) =>
  page.getByRole("grid").locator(`tr[aria-rowindex='${number + 1}']`);

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { press } from "./press";
import { readPlaylists } from "./sandbox";
import { signIn, startStyle } from "./sign-in";
import { reload, visit } from "./visit";

test("a person sees what is granted, sets when it is read, exports, disconnects and erases all", async ({
  page,
}) => {
  await signIn(page, "Mira Okafor");
  await visit(page, "/styles");
  await startStyle(page, "Trance");
  const board = page.url();
  await expect.poll(namesOfPlaylists).not.toEqual([]);

  await visit(page, "/settings");
  const tabs = page.getByRole("navigation", { name: "Settings" });
  await tabs.getByRole("link", { name: "Connections" }).press("Enter");
  const spotify = page.getByRole("region", { name: "Spotify" });
  await expect(spotify).toContainText("Mira Okafor");
  await expect(spotify).toContainText("Read your saved tracks and albums");

  const library = page.getByRole("region", { name: "Library" });
  const often = library.getByRole("combobox", { name: "Read the library" });
  await often.selectOption("every 12 hours");
  await expect(often).toBeEnabled();
  await press(library.getByRole("button", { name: "Pause" }));
  await expect(library).toContainText("Paused");
  await reload(page);
  await expect(often).toHaveValue("12");
  await press(library.getByRole("button", { name: "Resume" }));
  await expect(library.getByRole("button", { name: "Pause" })).toBeVisible();

  await tabs.getByRole("link", { name: "Your data" }).press("Enter");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export my data" }).press("Enter");
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^clouder-\d{4}-\d\d-\d\d\.zip$/);
  const archive = await readFile(await download.path());
  expect(archive.subarray(0, 2).toString()).toBe("PK");
  expect(archive.includes("library/plays.json")).toBe(true);

  const playlists = await namesOfPlaylists();
  await tabs.getByRole("link", { name: "Connections" }).press("Enter");
  await press(page.getByRole("button", { name: "Disconnect Spotify…" }));
  const warning = page.getByRole("dialog", { name: /^Disconnect Spotify/ });
  await expect(warning).toContainText("your playlists in Spotify, as they are");
  await press(warning.getByRole("button", { name: "Disconnect and erase" }));
  const erased = page.getByRole("region", { name: "Erased" });
  await expect(erased).toContainText(/rows before, 0 after/);
  await expect(spotify).toContainText("Spotify is not connected");
  await erased.getByText("Table by table").press("Enter");
  await expect(erased.getByRole("row", { name: /^Connections 1 0$/ })).toBeVisible();
  expect(await namesOfPlaylists()).toEqual(expect.arrayContaining(playlists));

  await visit(page, board);
  await expect(page.getByRole("grid").first()).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, "Mira Okafor");
  await visit(page, board);
  await expect(page.getByRole("grid").first()).toBeVisible();

  await visit(page, "/settings/data");
  await press(page.getByRole("button", { name: "Erase my account…" }));
  const last = page.getByRole("dialog", { name: "Erase your account?" });
  const everything = last.getByRole("button", { name: "Erase everything" });
  await expect(everything).toBeDisabled();
  await last.getByRole("textbox").fill("erase");
  await press(everything);
  await expect(page).toHaveURL(/\/privacy\/erasures\//);
  await expect(page.getByRole("row", { name: /^Users 1 0$/ })).toBeVisible();
  await visit(page, "/home");
  await expect(page).toHaveURL(/\/$/);
});

test("the privacy page is there for everybody", async ({ page }) => {
  await visit(page, "/");
  await page.getByRole("link", { name: "Privacy" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expect(page.getByRole("table")).toContainText("90 days");
});

const namesOfPlaylists = async () => (await readPlaylists("Mira Okafor")).map(({ name }) => name);

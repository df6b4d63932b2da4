import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { press } from "./press";
import { signIn } from "./sign-in";
import { reload, visit } from "./visit";

test("lists are fetched and gathered, and a track of them is tagged and labelled, without the mouse", async ({
  page,
}) => {
  await signIn(page, "Jonas Weil");
  await visit(page, "/rules/sources");
  const liked = rowOf(page, "Liked tracks");
  const albums = rowOf(page, "Saved albums");

  await test.step("each list is fetched by a key, and says how far it is", async () => {
    await expect(liked).toBeFocused();
    await page.keyboard.press("f");
    await page.keyboard.press("x");
    await expect(liked).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowDown");
    await expect(albums).toBeFocused();
    await page.keyboard.press("f");
    await page.keyboard.press("x");
    await expect(liked).toContainText("As of");
    await expect(albums).toContainText("As of");
    await expectAccessible(page, "sources");
  });

  await test.step("what is chosen is gathered, each recording once", async () => {
    await page.keyboard.press("g");
    await expect(page).toHaveURL(/\/rules\/sources\/tracks\?of=/);
    await expect(page.getByRole("heading", { name: "Liked tracks + Saved albums" })).toBeVisible();
    const tracks = page.getByRole("grid", { name: "Gathered tracks" });
    await expect(tracks.getByRole("row").nth(1)).toContainText("Liked tracks");
    await expectAccessible(page, "gathered tracks");
  });

  await test.step("a track says what is known of it", async () => {
    // facts are gathered some seconds after the fetch
    await expect(async () => {
      await visit(page, "/rules/sources");
      await rowOf(page, "Liked tracks").getByRole("link").press("Enter");
      await expect(page.getByRole("grid", { name: "Gathered tracks" })).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("region", { name: "Facts" })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(page.getByRole("region", { name: "Facts" })).toContainText("Released");
  });

  await test.step("a tag is put on, and is there after a reload", async () => {
    const field = page.getByRole("combobox", { name: "Add a tag" });
    await field.fill("Opener");
    await field.press("Enter");
    await expect(page.getByText("Tagged “Opener”.")).toBeVisible();
    await reload(page);
    const tags = page.getByRole("list", { name: "Tags of this track" });
    await expect(tags.getByText("Opener")).toBeVisible();
    await press(tags.getByRole("button", { name: "Take off Opener" }));
    await expect(tags).toHaveCount(0);
  });

  await test.step("a label is corrected by one press, and the word is marked and kept", async () => {
    const deep = page.getByRole("group", { name: "Mood, deep" });
    await deep.getByRole("radio", { name: "Rules" }).focus();
    await press(deep.getByRole("radio", { name: "Yes" }), "Space");
    await expect(page.getByText("your word")).toBeVisible();
    await expect(page.getByText("deep: yes, whatever the rules say.")).toBeVisible();
    await reload(page);
    await expect(deep.getByRole("radio", { name: "Yes" })).toBeChecked();
    await expectAccessible(page, "a track with its facts");
    await press(deep.getByRole("radio", { name: "Rules" }), "Space");
    await expect(page.getByText("your word")).toHaveCount(0);
  });
});

const rowOf = (page: Page, name: string) =>
  page
    .getByRole("grid", { name: "Sources" })
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: `Choose ${name}`, exact: true }) });

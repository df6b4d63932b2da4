import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { press } from "./press";
import { signIn } from "./sign-in";
import { reload, visit } from "./visit";

test("a rule set is made, narrowed, explained, saved with what changes, and planned, without the mouse", async ({
  page,
}) => {
  await signIn(page, "Jonas Weil");
  await visit(page, "/rules");
  await press(page.getByRole("main").getByRole("button", { name: /^Empty/ }));
  await expect(page).toHaveURL(/\/rules\/[0-9a-f-]{36}$/);
  await expect(rows(page)).toHaveCount(1);

  await test.step("rows are added, nested and moved; a row that is not finished says so", async () => {
    await rows(page).first().focus();
    await page.keyboard.press("a");
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByText("BPM: Write a number.")).toBeVisible();
    await page.getByRole("spinbutton", { name: "BPM, what" }).fill("128");
    await expect(page.getByText("BPM: Write a number.")).toHaveCount(0);
    await rows(page).nth(1).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).nth(2)).toHaveAttribute("aria-level", "3");
    await expect(rows(page).nth(2)).toBeFocused();
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press("Control+z");
    await expect(rows(page)).toHaveCount(3);
    await page.keyboard.press("Control+Shift+z");
    await expect(rows(page)).toHaveCount(2);
  });

  await test.step("changes that are not saved are there after a reload", async () => {
    await reload(page);
    await expect(page.getByText("Version 1, changed")).toBeVisible();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByRole("spinbutton", { name: "BPM, what" })).toHaveValue("128");
  });

  await test.step("saving shows first what comes and goes", async () => {
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: "Save as version 2" });
    await expect(dialog.getByText(/come|stays the same/)).toBeVisible();
    await expectAccessible(page, "what saving changes");
    await press(dialog.getByRole("button", { name: "Save" }));
    await expect(page.getByText("Version 2, saved")).toBeVisible();
    await reload(page);
    await expect(page.getByText("Version 2, saved")).toBeVisible();
    await expectAccessible(page, "a rule set");
  });

  await test.step("an earlier version comes back as a new one, after what that changes was shown", async () => {
    await press(page.getByRole("button", { name: "Versions" }));
    await press(page.getByRole("button", { name: "Bring back version 1" }));
    const dialog = page.getByRole("dialog", { name: "Save as version 3" });
    await expect(dialog.getByText(/come|stays the same/)).toBeVisible();
    await press(dialog.getByRole("button", { name: "Save" }));
    await expect(page.getByText("Version 3, saved")).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
  });

  await test.step("a playlist is planned before anything is written", async () => {
    await press(page.getByRole("button", { name: "Result" }));
    await expect(page.getByText(/^of [1-9][\d,]* tracks$/)).toBeVisible();
    await press(page.getByRole("button", { name: "Playlist", exact: true }));
    await expectAccessible(page, "the playlist of a rule set");
    await press(page.getByRole("button", { name: "Preview the change" }));
    await expect(page).toHaveURL(/\/playlists\/plans\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { name: /^A new playlist with / })).toBeVisible();
  });

  await test.step("what no rule set takes is listed", async () => {
    await visit(page, "/rules/unmatched");
    await expect(page.getByRole("heading", { name: "In no rule set" })).toBeVisible();
    await expectAccessible(page, "tracks in no rule set");
  });
});

const rows = (page: Page) => page.getByRole("treegrid", { name: "Conditions" }).getByRole("row");

import { expect, type Page, test } from "@playwright/test";
import { press } from "./press";
import { clearFaults, makeFault } from "./sandbox";
import { signIn } from "./sign-in";
import { reload, visit } from "./visit";

const WEEK = /^Collection Indie Dance/;
/** The pages of this week alone: other people's weeks come in beside it. */
const ITS_PAGES = { path: "/catalog/tracks/.*genre_id=37(&|$)" };
/** More than background work waits for in its place: the test stack has it wait 4 s. */
const LONG_WAIT_S = 20;

test.afterEach(() => clearFaults());

test("a week is watched, stopped, found stopped again, taken up, waits for Beatport, and is done", async ({
  page,
}) => {
  await signIn(page, "Jonas Weil");
  await makeFault({ kind: "hang", match: ITS_PAGES });
  await visit(page, "/styles/indie-dance");
  await press(page.getByRole("button", { name: /^Create and start/ }));
  await expect(page).toHaveURL(/\/curate\//);

  await test.step("it runs, with a bar of its own and a log", async () => {
    await visit(page, "/activity");
    await expect(week(page)).toContainText("Running");
    await expect(week(page).getByRole("progressbar")).toBeVisible();
    await focusWeek(page);
    await page.keyboard.press("Enter");
    await expect(log(page).getByText("Begun.")).toBeVisible();
  });

  await test.step("stopping is asked for, done at once, and survives a reload", async () => {
    const dialog = page.getByRole("dialog", { name: /^Stop Indie Dance/ });
    await expect(async () => {
      await focusWeek(page);
      await page.keyboard.press("c");
      await expect(dialog).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(dialog).toContainText("What was read is kept");
    await page.keyboard.press("Enter");
    await expect(week(page)).toContainText("Stopped");
    await expect(
      log(page).getByText("Stopped by hand. What it stored is kept.").first(),
    ).toBeVisible();
    await reload(page);
    await expect(week(page)).toContainText("Stopped");
    await expect(
      log(page).getByText("Stopped by hand. What it stored is kept.").first(),
    ).toBeVisible();
  });

  await test.step("tried again, it meets a long refusal and says until when it waits", async () => {
    await clearFaults();
    await makeFault({ kind: "rate-limit", retryAfter: LONG_WAIT_S, times: 1, match: ITS_PAGES });
    await focusWeek(page);
    await page.keyboard.press("r");
    await expect(week(page)).toContainText(/Beatport asks us to wait\. Waits until \d\d:\d\d/);
    await expect(page.getByRole("button", { name: /1 of them waiting/ })).toBeVisible();
    await press(page.getByRole("button", { name: /^Waiting/ }));
    await expect(page).toHaveURL(/state=waiting/);
    await expect(week(page)).toBeVisible();
    await press(page.getByRole("button", { name: "All", exact: true }));
  });

  await test.step("then it goes on by itself, and all of it is there", async () => {
    await expect(week(page)).toContainText("Done", { timeout: 120_000 });
    await expect(week(page)).toContainText(/All \d+ tracks of the week are here\./);
    await expect(log(page).getByText("Taken up again, for the 2nd time.")).toBeVisible();
    await expect(log(page).getByText(/^Page 1 read: \d+ of \d+ tracks\.$/)).toBeVisible();
  });

  await test.step("the list is filtered and left with the keyboard", async () => {
    await focusWeek(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary", { name: "The opened job" })).toHaveCount(0);
    await page.keyboard.press("/");
    await page.keyboard.type("no such job");
    await expect(page.getByText("No job fits")).toBeVisible();
    await press(page.getByRole("button", { name: "Show all" }));
    await expect(week(page)).toBeVisible();
  });
});

const jobs = (page: Page) => page.getByRole("grid", { name: "Jobs" });

const week = (page: Page) =>
  jobs(page)
    .getByRole("row")
    .filter({ has: page.getByRole("gridcell", { name: WEEK }) });

async function focusWeek(page: Page) {
  await expect(async () => {
    await week(page).focus();
    await expect(week(page)).toHaveAttribute("data-focused", "true", { timeout: 1_000 });
  }).toPass();
}

const log = (page: Page) => page.getByRole("complementary", { name: "The opened job" });

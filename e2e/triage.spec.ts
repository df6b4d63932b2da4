import { expect, type Page, test } from "@playwright/test";
import type { Board, Category } from "@/lib/curation/board";
import type { JobView } from "@/lib/jobs/job-view";
import { press } from "./press";
import { readPlaylists } from "./sandbox";
import { boardUrlOf, signIn, startStyle } from "./sign-in";
import { reload, visit } from "./visit";
import { createWeekModel, urisOf } from "./week-model";

const DJ = "Mira Okafor";
const MIRROR_TIMEOUT_MS = 120_000;

test("a DJ sorts a week with the keyboard, and Spotify holds exactly the right tracks", async ({
  page,
}) => {
  await signIn(page, DJ);
  await visit(page, "/styles");
  await startStyle(page, "Minimal");
  const board = await untilSettled(page, await boardUrlOf(page));
  await reload(page);

  const model = createWeekModel(board);
  const { style, week, kept, trash } = namesOf(board, page.url());
  const [first, second, third] = kept;
  const rows = page.getByRole("grid", { name: "Bronze tracks" });
  await expect(rows).toHaveAttribute("aria-rowcount", String(model.bronze.length + 1));
  await expect(focusedRow(page)).toContainText(model.bronze[0]?.title ?? "");

  await test.step("listen, move, select three, take presses back", async () => {
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();

    for (const key of ["j", "ArrowDown", "k", "x", "Shift+ArrowDown", "Shift+ArrowDown"]) {
      await page.keyboard.press(key);
    }
    await pressKeyOf(page, second);
    model.sort(1, 3, second.id);
    await page.keyboard.press("Home");
    for (const category of [first, second, third, trash, first]) {
      await pressKeyOf(page, category);
      model.sort(0, 1, category.id);
    }
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press("u");
      model.undo();
    }
    await page.keyboard.press("Home");
    await expect(stageTab(page, "Bronze")).toHaveText(`Bronze${model.bronze.length}`);
  });

  await test.step("Bronze and Silver follow while the week is half sorted", async () => {
    await expectPlaylists({
      [`${style} ${week} · Bronze`]: urisOf(model.bronze),
      [`${style} ${week} · ${second.name}`]: urisOf(model.listOf(second.id)),
    });
  });

  await test.step("sort every track that is left, one key each", async () => {
    const turns = [first, trash, second, third, trash, ...kept.slice(3), first, trash];
    for (let turn = 0; model.bronze.length > 0; turn += 1) {
      // What was met before stays where it was: Gold would refuse it anyway.
      const isKnown = model.bronze[0]?.lane === "seen_before";
      const category = isKnown ? trash : (turns[turn % turns.length] ?? trash);
      await pressKeyOf(page, category);
      model.sort(0, 1, category.id);
    }
    await expect(page.getByText("SORTED", { exact: true })).toBeVisible();
  });

  await test.step("review: promote one, promote all, reorder, move, take back", async () => {
    await page.keyboard.press("s");
    await expect(page.getByRole("grid", { name: `${first.name} in Silver` })).toBeVisible();
    await page.keyboard.press("g");
    model.promote(first.id, model.listOf(first.id).slice(0, 1));
    await page.keyboard.press("l");
    await page.keyboard.press("Shift+G");
    model.promote(second.id, model.listOf(second.id));
    await page.keyboard.press("h");
    await page.keyboard.press("Alt+ArrowDown");
    model.swap(first.id, 1);
    await pressKeyOf(page, third);
    model.move(first.id, 2, third.id);
    await page.keyboard.press("b");
    await expect(stageTab(page, "Bronze")).toHaveText("Bronze1");
    await page.keyboard.press("u");
    await expect(stageTab(page, "Bronze")).toHaveText("Bronze0");
    const golden = model.goldenOf(first.id).length + model.goldenOf(second.id).length;
    await expect(stageTab(page, "Gold")).toHaveText(`Gold${golden}`);
  });

  await test.step("every playlist holds the right tracks in the right order", async () => {
    await expectPlaylists({
      [`${style} ${week} · Bronze`]: [],
      ...Object.fromEntries(
        kept.flatMap(({ id, name }) => [
          [`${style} ${week} · ${name}`, urisOf(model.listOf(id))],
          [`${name} · ${style}`, urisOf(model.goldenOf(id))],
        ]),
      ),
    });
  });

  await test.step("close the week and find it closed again", async () => {
    await press(page.getByRole("button", { name: "Close week" }));
    await expect(page.getByText("WEEK CLOSED", { exact: true })).toBeVisible();
    await expect(page.getByRole("definition").first()).toBeVisible();
    await reload(page);
    await expect(page.getByRole("button", { name: "Week in numbers" })).toBeVisible();
  });
});

const pressKeyOf = (page: Page, { shortcut }: Category) => page.keyboard.press(shortcut ?? "");

const focusedRow = (page: Page) => page.locator("tr:focus");

const stageTab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Stages" }).getByRole("link", { name });

/** The board once the week is collected, matched and in its lanes. */
async function untilSettled(page: Page, boardUrl: string): Promise<Board> {
  let board: Board | null = null;
  await expect
    .poll(
      async () => {
        board = await (await page.request.get(boardUrl)).json();
        const { jobs }: { jobs: JobView[] } = await (await page.request.get("/api/jobs")).json();
        const isBusy = jobs.some(
          ({ kind, status }) => kind !== "mirror" && ["queued", "running"].includes(status),
        );
        const tracks = board?.tracks ?? [];
        return (
          !isBusy &&
          tracks.length > 0 &&
          tracks.every(({ spotify, lane }) => {
            const isMissing = spotify.status === "not_found" || spotify.status === "unavailable";
            return spotify.status !== "pending" && isMissing === (lane === "not_on_spotify");
          })
        );
      },
      { timeout: 180_000, intervals: [1_000] },
    )
    .toBe(true);
  if (!board) throw new Error("The board never arrived.");
  return board;
}

function namesOf({ period, categories }: Board, url: string) {
  const kept = categories.filter(({ isTrash }) => !isTrash);
  const [first, second, third] = kept;
  const trash = categories.find(({ isTrash }) => isTrash);
  if (!first || !second || !third || !trash) throw new Error("Three categories and Trash, please.");
  const week = /\d{4}-W\d{2}/.exec(url)?.[0] ?? "";
  return {
    style: period.styleName,
    week,
    trash,
    kept: [first, second, third, ...kept.slice(3)] as const,
  };
}

async function expectPlaylists(expected: Record<string, string[]>) {
  await expect
    .poll(
      async () => {
        const playlists = await readPlaylists(DJ);
        return Object.fromEntries(
          playlists.filter(({ name }) => name in expected).map(({ name, uris }) => [name, uris]),
        );
      },
      { timeout: MIRROR_TIMEOUT_MS, intervals: [1_000] },
    )
    .toEqual(expected);
}

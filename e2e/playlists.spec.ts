import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { press } from "./press";
import { actAs, readLibrary, readPlaylists, setSwitches } from "./sandbox";
import { signIn } from "./sign-in";
import { syncNow } from "./sync-now";
import { visit } from "./visit";

const ME = "mira.okafor";

test.beforeAll(() => setSwitches({ living: false }));
test.afterAll(() => setSwitches({ living: true }));

test("a playlist is sorted after a preview, row by row, and brought back as it was", async ({
  page,
}) => {
  const { id, name } = await makeDoubles();
  await signIn(page, "Mira Okafor");
  await visit(page, "/library");
  const sync = page.getByRole("region", { name: "Sync" });
  await expect(sync).toContainText("Complete", { timeout: 120_000 });
  await syncNow(page);
  const held = async () => (await readPlaylists("Mira Okafor")).find((one) => one.name === name);
  const before = (await held())?.uris ?? [];

  await test.step("a change shows what it will do, and writes nothing", async () => {
    await visit(page, `/library/playlists/${id}`);
    await choose(page, "Remove duplicates");
    await expect(page).toHaveURL(/\/playlists\/plans\//);
    await expect(decision(page)).toContainText("Nothing is written until you approve");
    await expectAccessible(page, "a plan");
    expect((await held())?.uris).toEqual(before);
  });

  await test.step("what goes can be looked at alone", async () => {
    await press(page.getByRole("button", { name: /^Removed/ }));
    const rows = page.getByRole("list", { name: "Rows of the playlist" }).getByRole("listitem");
    await expect(rows.first()).toContainText("Removed");
    const kinds = await rows.allInnerTexts();
    expect(kinds.every((text) => text.includes("Removed"))).toBe(true);
  });

  await test.step("approved, it is carried out", async () => {
    await press(page.getByRole("button", { name: "Approve" }));
    await expect(decision(page)).toContainText("In place");
    expect((await held())?.uris.length).toBeLessThan(before.length);
  });

  await test.step("its undo is a plan like any other, and leads back", async () => {
    await press(page.getByRole("button", { name: "Undo" }));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Undo the change");
    await press(page.getByRole("button", { name: "Approve" }));
    await expect(decision(page)).toContainText("In place");
    expect((await held())?.uris).toEqual(before);
  });

  await test.step("all of it is in the list of plans, and in the playlist's own history", async () => {
    await visit(page, "/playlists/plans");
    const lines = page.getByRole("region", { name: "Before" }).getByRole("listitem");
    await expect(lines).toHaveCount(2);
    await expectAccessible(page, "the plans");
    await visit(page, `/library/playlists/${id}`);
    const changes = page.getByRole("region", { name: "Changes by Clouder" });
    await expect(changes).toContainText("Duplicates removed");
    await expectAccessible(page, "a playlist that can be changed");
    const kept = page.getByRole("region", { name: "Kept lists" });
    await expect(kept.getByRole("listitem").first()).toContainText(`${before.length} rows`);
    await press(kept.getByRole("button", { name: "Bring back" }).nth(1));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Bring back");
    await expect(page.getByRole("button", { name: /^Removed/ })).toContainText("2");
    await press(page.getByRole("button", { name: "Discard" }));
    await expect(decision(page)).toContainText("Nothing was written");
    await visit(page, `/library/playlists/${id}`);
  });

  await test.step("a new playlist is made of two", async () => {
    await choose(page, "Merge with others…");
    await press(page.getByRole("dialog").getByRole("checkbox").first(), "Space");
    await page.getByRole("textbox", { name: "Its name" }).fill("Both of them");
    await press(page.getByRole("button", { name: "Preview" }));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Both of them");
    await press(page.getByRole("button", { name: "Discard" }));
    await expect(decision(page)).toContainText("Nothing was written");
    expect((await readPlaylists("Mira Okafor")).map((one) => one.name)).not.toContain(
      "Both of them",
    );
  });
});

async function choose(page: Page, item: string) {
  await press(page.getByRole("button", { name: "Change", exact: true }));
  await press(page.getByRole("menuitem", { name: item }));
}

const decision = (page: Page) => page.getByRole("region", { name: "Decision" });

/** A playlist made by hand in which two tracks stand twice. */
async function makeDoubles() {
  const name = "Twice by hand";
  const saved = await readLibrary(ME, "saved-tracks");
  const uris = saved.slice(0, 8).flatMap(({ uri }) => uri ?? []);
  await actAs(ME, "playlists", { name, uris: [...uris, ...uris.slice(1, 3)] });
  const made = (await readLibrary(ME, "playlists")).find((list) => list.name === name);
  return { id: made?.id ?? "", name };
}

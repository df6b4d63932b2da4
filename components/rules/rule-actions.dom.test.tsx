import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { toast } from "sonner";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ImportRuleSet } from "./import-rule-set";
import { PlaylistPanel } from "./playlist-panel";
import { RuleSetHead } from "./rule-set-head";
import { TemplateChoice } from "./template-choice";
import { fast, listed, noResult, open, openEditor, opened } from "./testing/editor";

const same = { before: 4, after: 4, coming: 0, going: 0, comes: [], goes: [] };
let difference: Promise<Response> = Promise.resolve(Response.json(same));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  difference = Promise.resolve(Response.json(same));
  vi.stubGlobal("fetch", (address: string) =>
    address.endsWith("/difference") ? difference : Promise.resolve(Response.json(noResult)),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
function choose(menu: string, name: string | RegExp) {
  fireEvent.keyDown(screen.getByRole("button", { name: menu }), { key: "Enter" });
  fireEvent.click(screen.getByRole("menuitem", { name }));
}
const LOST = "Clouder did not answer. Look whether it was done before you try again.";
const lost = () => toast.getHistory().filter((one) => "title" in one && one.title === LOST).length;
/** What is done tells once more that it did not come through. */
async function expectLost(act: () => void) {
  const before = lost();
  act();
  await waitFor(() => expect(lost()).toBe(before + 1));
}
const target = {
  ...{ playlistId: "p1", name: "Fast ones", planId: null, planStatus: null, plannedAt: null },
};

test("whatever is done with a rule set says so when it does not come through", async () => {
  openEditor({ target, first: { ...noResult, count: 1, tracks: [listed("Slow")] } });
  await expectLost(() => choose("Pin or keep out Slow", /^Pin/));
  press("Playlist");
  await expectLost(() => press("Preview the change"));
  await expectLost(() => press("Stop following"));
  const rhythm = screen.getByRole("combobox", { name: "How often" });
  fireEvent.change(rhythm, { target: { value: "24" } });
  await expectLost(() => press("Keep the schedule"));
  const bpm = screen.getByRole("spinbutton", { name: "BPM, what" });
  fireEvent.change(bpm, { target: { value: "140" } });
  press(/^Save/);
  const dialog = within(screen.getByRole("dialog"));
  await dialog.findByText(/stays the same/);
  await expectLost(() => fireEvent.click(dialog.getByRole("button", { name: "Save" })));
  cleanup();

  open(<TemplateChoice templates={[]} />);
  await expectLost(() => press(/^Empty/));
  cleanup();

  open(<RuleSetHead id="set" name="Fast" />);
  await expectLost(() => choose("More of Fast", "Duplicate"));
  choose("More of Fast", "Rename");
  const rename = await screen.findByRole("dialog");
  await expectLost(() => fireEvent.click(within(rename).getByRole("button", { name: "Rename" })));
  fireEvent.click(within(rename).getByRole("button", { name: "Cancel" }));
  choose("More of Fast", "Delete");
  const remove = within(await screen.findByRole("dialog"));
  await expectLost(() => fireEvent.click(remove.getByRole("button", { name: "Delete" })));
});

const chooseFile = (file: File) =>
  fireEvent.change(screen.getByLabelText("A rule set as JSON"), { target: { files: [file] } });

test("a file that is too large to be a rule set is told so, and is not sent", async () => {
  open(<ImportRuleSet />);
  const before = lost();
  for (const bytes of [512 * 1024 + 1, 3 * 1024 * 1024]) {
    chooseFile(new File(["x".repeat(bytes)], "large.json"));
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText("It is too large to be a rule set.");
    fireEvent.click(dialog.getByRole("button", { name: "Close" }));
  }
  expect(lost()).toBe(before);
  await expectLost(() => chooseFile(new File(["{}"], "small.json")));
});

test("nothing is saved before what would change was seen", async () => {
  let compared = (_: Response) => {};
  difference = new Promise((resolve) => {
    compared = resolve;
  });
  openEditor();
  const bpm = screen.getByRole("spinbutton", { name: "BPM, what" });
  fireEvent.change(bpm, { target: { value: "140" } });
  fireEvent.keyDown(bpm, { key: "s", code: "KeyS", ctrlKey: true });
  const save = within(screen.getByRole("dialog")).getByRole("button", { name: "Save" });
  expect(document.activeElement).toBe(save);
  expect(save.getAttribute("aria-disabled")).toBe("true");
  const before = lost();
  fireEvent.click(save);
  compared(Response.json(same));
  await screen.findByText(/stays the same/);
  expect(document.activeElement).toBe(save);
  expect(lost()).toBe(before);
  await expectLost(() => fireEvent.click(save));
});

test("the keys that save leave the note of what is being saved alone", async () => {
  const at = { note: null, createdAt: "2026-11-20T10:00:00Z" };
  const versions = [120, 130].map((bpm, index) => ({
    ...{ version: 2 - index, ...at, definition: fast(bpm) },
  }));
  const others = fetch;
  vi.stubGlobal("fetch", (address: string) =>
    address.endsWith("/versions") ? Promise.resolve(Response.json(versions)) : others(address),
  );
  openEditor({ version: 2 });
  press("Versions");
  fireEvent.click(await screen.findByRole("button", { name: "Bring back version 1" }));
  await screen.findByText(/stays the same/);
  const save = within(screen.getByRole("dialog")).getByRole("button", { name: "Save" });
  fireEvent.keyDown(save, { key: "s", code: "KeyS", ctrlKey: true });
  within(screen.getByRole("dialog")).getByText("As in version 1");
});

test("to stop following leaves the focus with the choice of a playlist", () => {
  const panel = (following: typeof target | null) => (
    <PlaylistPanel
      ruleSet={{ ...opened, target: following }}
      changed={false}
      version={1}
      playlists={[]}
    />
  );
  const { rerender } = open(panel(target));
  screen.getByRole("button", { name: "Stop following" }).focus();
  rerender(panel(null));
  expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Playlist" }));
});

test("a playlist that follows another rule set says so and cannot be made to follow, but be filled", () => {
  const offers = [
    { playlistId: "p1", name: "Mine", followed: { id: opened.id, name: opened.name } },
    { playlistId: "p2", name: "Taken", followed: { id: "another", name: "Slow" } },
  ];
  open(<PlaylistPanel ruleSet={opened} changed={false} version={1} playlists={offers} />);
  const option = (name: string) => screen.getByRole<HTMLOptionElement>("option", { name });
  expect(option("Mine").disabled).toBe(false);
  expect(option("Taken (follows “Slow”)").disabled).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: "Fill it once" }));
  expect(option("Taken").disabled).toBe(false);
});

test("a schedule is kept with a number of removals that can be, and says which can", async () => {
  openEditor({ scheduleHours: 24, automatic: true, removalThreshold: 5 });
  press("Playlist");
  const threshold = screen.getByRole("spinbutton", { name: "Removals that are asked about" });
  const keep = () => screen.getByRole<HTMLButtonElement>("button", { name: "Keep the schedule" });
  for (const value of ["", "-1", "1.5", "10001"]) {
    fireEvent.change(threshold, { target: { value } });
    screen.getByText("Write a whole number from 0 to 10,000.");
    expect(keep().disabled).toBe(true);
  }
  fireEvent.change(threshold, { target: { value: "0" } });
  await expectLost(() => fireEvent.click(keep()));
});

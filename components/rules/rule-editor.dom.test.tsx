import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyTrack, type RuleDefinition } from "@/lib/rules/rule-schema";
import { fast, noResult, openEditor } from "./testing/editor";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal("fetch", async () => Response.json(noResult));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const bpm = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "BPM, what" });
const write = (value: string) => fireEvent.change(bpm(), { target: { value } });

test("changes that were not saved meet a version saved elsewhere: a person takes one of them", () => {
  openEditor();
  write("140");
  cleanup();

  openEditor({ version: 2, definition: fast(130) });
  expect(bpm().value).toBe("130");
  screen.getByText(/You changed version 1 without saving, and version 2 was saved elsewhere/);
  fireEvent.click(screen.getByRole("button", { name: "Take my changes" }));
  expect(bpm().value).toBe("140");
  screen.getByText("Version 2, changed");
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(bpm().value).toBe("130");
  write("150");
  cleanup();

  openEditor({ version: 3, definition: fast(130) });
  fireEvent.click(screen.getByRole("button", { name: "Keep version 3" }));
  expect(bpm().value).toBe("130");
  cleanup();
  openEditor({ version: 3, definition: fast(130) });
  expect(screen.queryByText(/without saving/)).toBeNull();
});

test("changes that were saved elsewhere just so are no question", () => {
  openEditor();
  write("140");
  cleanup();
  openEditor({ version: 2, definition: fast(140) });
  expect(screen.queryByText(/without saving/)).toBeNull();
});

test("what is written while a row is not finished is back after a reload, the unfinished row too", () => {
  openEditor();
  write("");
  const limit = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "At most" });
  fireEvent.change(limit(), { target: { value: "25" } });
  cleanup();
  openEditor();
  expect([bpm().value, limit().value]).toEqual(["", "25"]);
  screen.getByText("Version 1, changed · a row is not finished");
});

test("a limit that cannot be is not called a row", () => {
  openEditor();
  fireEvent.change(screen.getByRole("spinbutton", { name: "At most" }), { target: { value: "0" } });
  screen.getByText("Version 1, changed · something is to be put right");
});

test("changes of two earlier versions wait for an answer, one after the other", () => {
  openEditor();
  write("140");
  cleanup();
  openEditor({ version: 2, definition: fast(130) });
  write("150");
  cleanup();
  openEditor({ version: 3, definition: fast(131) });
  screen.getByText(/You changed version 1 without saving/);
  fireEvent.click(screen.getByRole("button", { name: "Keep version 3" }));
  screen.getByText(/You changed version 2 without saving/);
  fireEvent.click(screen.getByRole("button", { name: "Take my changes" }));
  expect(bpm().value).toBe("150");
  expect(screen.queryByText(/without saving/)).toBeNull();
  expect(document.activeElement).toBe(screen.getAllByRole("row")[0]);
});

test("to undo in a text field beside the rules takes back no rule", () => {
  openEditor();
  write("140");
  const find = screen.getByRole("textbox", { name: /^Find any track/ });
  fireEvent.keyDown(find, { key: "z", code: "KeyZ", ctrlKey: true });
  expect(bpm().value).toBe("140");
  fireEvent.keyDown(bpm(), { key: "z", code: "KeyZ", ctrlKey: true });
  expect(bpm().value).toBe("120");
});

test("a version that says what is saved comes back without anything to save", async () => {
  const at = { note: null, createdAt: "2026-11-20T10:00:00Z" };
  const versions = [
    { version: 2, ...at, definition: fast(120) },
    { version: 1, ...at, definition: fast(120) },
  ];
  vi.stubGlobal("fetch", async (address: string) =>
    Response.json(address.endsWith("/versions") ? versions : noResult),
  );
  openEditor({ version: 2 });
  write("140");
  fireEvent.click(screen.getByRole("button", { name: "Versions" }));
  fireEvent.click(await screen.findByRole("button", { name: "Bring back version 1" }));
  screen.getByText("Version 2, saved");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the sources are told and changed in words, one that is gone too", () => {
  openEditor({ definition: { ...everyTrack, sources: ["s1", "gone"] } });
  const options = within(screen.getByRole("region", { name: "Sources, order and length" }));
  options.getByText("Liked (Liked, Spotify)");
  fireEvent.click(options.getByRole("button", { name: "Do not draw from A source that is gone" }));
  const add = options.getByRole("combobox", { name: "Draw only from a source, add" });
  fireEvent.change(add, { target: { value: "s2" } });
  fireEvent.click(options.getByRole("button", { name: "Do not draw from Liked (Liked, Spotify)" }));
  options.getByText("Crate (Playlist, Spotify)");
  fireEvent.click(
    options.getByRole("button", { name: "Do not draw from Crate (Playlist, Spotify)" }),
  );
  options.getByText("all your tracks");
  screen.getByText("Version 1, changed");
});

test("a version is told with its sources, its order and its limits", async () => {
  const definition: RuleDefinition = {
    ...fast(120),
    sort: [
      { field: "releasedOn", direction: "desc" },
      { field: "title", direction: "asc" },
    ],
    ...{ limit: 50, perArtist: 1, perLabel: 2, sources: ["s1", "gone"] },
  };
  const versions = [{ version: 1, note: null, createdAt: "2026-11-20T10:00:00Z", definition }];
  vi.stubGlobal("fetch", async (address: string) =>
    Response.json(address.endsWith("/versions") ? versions : noResult),
  );
  openEditor({ definition });
  fireEvent.click(screen.getByRole("button", { name: "Versions" }));
  const list = within(await screen.findByRole("list", { name: "Versions" }));
  fireEvent.click(await list.findByRole("button", { name: /^Version 1/ }));
  for (const words of [
    "BPM is at least 120",
    "Only tracks of “Liked (Liked, Spotify)” or “A source that is gone”",
    "Sorted by Released, latest first, then Title, A to Z",
    "At most 1 track per artist",
    "At most 2 tracks per label",
    "At most 50 tracks",
  ]) {
    list.getByText(words);
  }
});

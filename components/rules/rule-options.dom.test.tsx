import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyTrack, type RuleDefinition } from "@/lib/rules/rule-schema";
import { noResult, openEditor } from "./testing/editor";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal("fetch", async () => Response.json(noResult));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const definition: RuleDefinition = {
  ...everyTrack,
  where: { all: [{ field: "key", op: "in", value: ["1A", "2A"] }] },
  sort: [
    { field: "bpm", direction: "asc" },
    { field: "title", direction: "asc" },
  ],
  sources: ["s1", "s2"],
};

const focused = () => document.activeElement?.getAttribute("aria-label");

/** Presses a control that has the focus, as the keyboard does. */
function press(role: "button", name: string) {
  const control = screen.getByRole(role, { name });
  control.focus();
  fireEvent.click(control);
}

test("an order whose field is changed keeps the focus", () => {
  openEditor({ definition });
  const options = within(screen.getByRole("region", { name: "Sources, order and length" }));
  const choice = options.getAllByRole("combobox", { name: "Sort by" })[0];
  choice?.focus();
  if (choice) fireEvent.change(choice, { target: { value: "lengthS" } });
  expect(choice?.isConnected).toBe(true);
  expect(document.activeElement).toBe(choice);
});

test("when an order, a source or a value goes, the focus goes to the next one, then to what adds one", () => {
  openEditor({ definition });
  press("button", "Do not sort by BPM");
  expect(focused()).toBe("Do not sort by Title");
  press("button", "Do not sort by Title");
  expect(document.activeElement?.textContent).toBe("An order");

  press("button", "Do not draw from Crate (Playlist, Spotify)");
  expect(focused()).toBe("Do not draw from Liked (Liked, Spotify)");
  press("button", "Do not draw from Liked (Liked, Spotify)");
  expect(focused()).toBe("Draw only from a source, add");

  press("button", "Remove 1A");
  expect(focused()).toBe("Remove 2A");
  press("button", "Remove 2A");
  expect(focused()).toBe("Key, add");
});

test("what adds a source and goes with the last of them leaves the focus with that source", () => {
  openEditor({ definition: { ...definition, sources: ["s1"] } });
  const add = screen.getByRole("combobox", { name: "Draw only from a source, add" });
  add.focus();
  fireEvent.change(add, { target: { value: "s2" } });
  expect(focused()).toBe("Do not draw from Crate (Playlist, Spotify)");
});

test("of each source it draws from is said how old it is, and of one that was removed that it is", () => {
  vi.setSystemTime("2026-11-22T10:00:00Z");
  openEditor({ definition: { ...definition, sources: ["s1", "s2", "s3"] } });
  const options = within(screen.getByRole("region", { name: "Sources, order and length" }));
  expect(options.getByText("never read")).toBeDefined();
  expect(options.getByText("3 days ago").closest("time")?.dateTime).toBe("2026-11-19T10:00:00Z");
  expect(options.getByRole("alert").textContent).toMatch(/was removed/);
  press("button", "Do not draw from A source that is gone");
  expect(options.queryByRole("alert")).toBeNull();
});

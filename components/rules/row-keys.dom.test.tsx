import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyTrack, type RuleDefinition } from "@/lib/rules/rule-schema";
import { noResult, openEditor } from "./testing/editor";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal("fetch", async () => Response.json(noResult));
  openEditor({ definition });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const definition: RuleDefinition = {
  ...everyTrack,
  where: {
    all: [
      { field: "key", op: "in", value: ["1A", "2A", "3A"] },
      { any: [{ field: "bpm", op: "gte", value: 120 }] },
    ],
  },
};

const rows = () => screen.getAllByRole("row");
const levels = () => rows().map((row) => row.getAttribute("aria-level"));
const chips = () =>
  screen
    .getAllByRole("button", { name: /^Remove / })
    .map((chip) => chip.getAttribute("aria-label"));
const focus = (element?: HTMLElement) => act(() => element?.focus());
const focused = () => document.activeElement?.getAttribute("aria-label");
const bpm = () => screen.getByRole("spinbutton", { name: "BPM, what" });

/** Presses a key where the focus is; answers whether the browser was kept from acting on it. */
const press = (key: string, init: KeyboardEventInit = {}) =>
  !fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
const pressAlt = (key: string) => press(key, { altKey: true });

test("Backspace and Delete on a value remove that value, and no letter does anything to its row", () => {
  focus(screen.getByRole("button", { name: "Remove 1A" }));
  fireEvent.click(screen.getByRole("button", { name: "Remove 1A" }));
  expect(focused()).toBe("Remove 2A");
  for (const letter of ["a", "g", "d", "j"]) press(letter);
  expect(press("Backspace")).toBe(true);
  expect([chips(), levels()]).toEqual([["Remove 3A"], ["1", "2", "2", "3"]]);
  expect(focused()).toBe("Remove 3A");
  press("Delete");
  expect(focused()).toBe("Key, add");
  expect(levels()).toEqual(["1", "2", "2", "3"]);
});

test("no arrow with Alt leaves the page from a row, not even from the outermost one", () => {
  const [outermost] = rows();
  focus(outermost);
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
    expect(pressAlt(key), key).toBe(true);
  }
  expect(levels()).toEqual(["1", "2", "2", "3"]);
});

test("a row moves while its field is written in, and the focus stays in the field", () => {
  focus(bpm());
  expect(pressAlt("ArrowLeft")).toBe(true);
  expect(levels()).toEqual(["1", "2", "2"]);
  expect(document.activeElement).toBe(bpm());
  expect(pressAlt("ArrowUp")).toBe(true);
  expect(rows()[1]?.contains(bpm())).toBe(true);
  expect(document.activeElement).toBe(bpm());
  pressAlt("ArrowRight");
  expect(levels()).toEqual(["1", "2", "3", "2"]);
});

test("Alt and down opens a list of choices, and moves no row", () => {
  const what = screen.getAllByRole("combobox", { name: "What" })[0];
  focus(what);
  expect(pressAlt("ArrowDown")).toBe(false);
  expect(rows()[1]?.contains(what ?? null)).toBe(true);
  expect(pressAlt("ArrowLeft")).toBe(true);
});

test("where Option and an arrow go from word to word, a text keeps them", () => {
  vi.stubGlobal("navigator", { userAgent: "Macintosh" });
  const add = screen.getByRole("combobox", { name: "Key, add" });
  focus(bpm());
  expect(pressAlt("ArrowLeft")).toBe(false);
  expect(levels()).toEqual(["1", "2", "2", "3"]);
  focus(add);
  expect(pressAlt("ArrowLeft")).toBe(true);
});

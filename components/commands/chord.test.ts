import { expect, test } from "vitest";
import { chordOfKey, chordsOf } from "./chord";

const press = (key: string, init: Partial<KeyboardEvent> & { altGraph?: boolean } = {}) =>
  chordsOf({
    key,
    code: "",
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...init,
    getModifierState: () => init.altGraph ?? false,
  });

test("a letter is the same key with Caps Lock on, and another one with Shift", () => {
  expect(press("g")).toEqual(["g"]);
  expect(press("G")).toEqual(["g"]);
  expect(press("G", { shiftKey: true })).toEqual(["shift+g"]);
});

test("a sign counts as what it writes, however the layout types it", () => {
  expect(press("?", { shiftKey: true })).toEqual(["?"]);
  expect(press("[", { altKey: true })).toEqual(["["]);
  expect(press("[", { altKey: true, ctrlKey: true, altGraph: true })).toEqual(["["]);
});

test("named keys keep their modifiers, Command and Ctrl are one", () => {
  expect(press("ArrowDown", { shiftKey: true })).toEqual(["shift+ArrowDown"]);
  expect(press("ArrowUp", { altKey: true })).toEqual(["alt+ArrowUp"]);
  expect(press("z", { metaKey: true })).toEqual(["mod+z"]);
  expect(press("z", { ctrlKey: true })).toEqual(["mod+z"]);
  expect(press(" ")).toEqual(["Space"]);
});

test("on a layout without Latin letters the place of the key helps out", () => {
  expect(press("о", { code: "KeyJ" })).toEqual(["о", "j"]);
  expect(press("ö", { code: "Semicolon" })).toEqual(["ö"]);
});

test("a stored key and the press that types it give the same chord", () => {
  expect(press("W", { shiftKey: true })).toContain(chordOfKey("W"));
  expect(press("w")).toContain(chordOfKey("w"));
  expect(press("7")).toContain(chordOfKey("7"));
  expect(press(" ")).toContain(chordOfKey(" "));
});

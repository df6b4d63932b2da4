import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { KeyCapture } from "./key-capture";

afterEach(cleanup);

const others = [{ name: "Warm-up", shortcut: "1" }];

function listen(shortcut: string | null = "2") {
  const chosen: (string | null)[] = [];
  render(
    <KeyCapture
      category="Tools"
      shortcut={shortcut}
      others={others}
      onChoose={(key) => chosen.push(key)}
    />,
  );
  const button = screen.getByRole("button");
  fireEvent.click(button);
  return { chosen, press: (key: string) => fireEvent.keyDown(button, { key }) };
}

test("takes the next key that is free, letters in lower case", () => {
  const { chosen, press } = listen();
  press("Q");
  expect(chosen).toEqual(["q"]);
});

test("says who has the key, and goes on listening", () => {
  const { chosen, press } = listen();
  press("1");
  expect(screen.getByRole("alert").textContent).toBe("That key already sorts into Warm-up.");
  press("3");
  expect(chosen).toEqual(["3"]);
  expect(screen.getByRole("alert").textContent).toBe("");
});

test("Escape keeps the key, Backspace leaves the category without one", () => {
  const kept = listen();
  kept.press("Escape");
  expect(kept.chosen).toEqual([]);
  cleanup();
  const cleared = listen();
  cleared.press("Backspace");
  expect(cleared.chosen).toEqual([null]);
});

test("hears nothing before it is asked to, and lets Tab pass", () => {
  const { chosen, press } = listen();
  press("Tab");
  press("Shift");
  press("Escape");
  press("4");
  expect(chosen).toEqual([]);
});

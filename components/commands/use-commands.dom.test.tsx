import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Command } from "./command";
import { readCommands } from "./command-layers";
import { useCommands } from "./use-commands";

let ran: string[] = [];
const commands: Command<{ name: string }>[] = [
  { id: "next", title: "Next", group: "Move", keys: ["j"], run: ({ name }) => ran.push(name) },
  { id: "play", title: "Play", group: "Play", keys: ["Space"], run: () => ran.push("play") },
  { id: "seek", title: "Seek", group: "Play", keys: ["ArrowRight"], run: () => ran.push("seek") },
  {
    id: "never",
    title: "Never",
    group: "Move",
    keys: ["x"],
    enabled: () => false,
    run: () => ran.push("never"),
  },
];

function Board({ name }: { name: string }) {
  const scope = useRef<HTMLDivElement>(null);
  useCommands(scope, commands, { name });
  return (
    <>
      <div ref={scope} data-testid="board">
        <input aria-label="Filter" />
        <input aria-label="Position" type="range" />
        <button type="button">Trash</button>
      </div>
      <p>outside</p>
    </>
  );
}

const press = (target: Element, key: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  ran = [];
  render(<Board name="first" />);
});
afterEach(cleanup);

test("a key acts inside its scope and nowhere else", () => {
  press(screen.getByTestId("board"), "j");
  press(screen.getByText("outside"), "j");
  expect(ran).toEqual(["first"]);
});

test("a text field keeps its letters, and composing keeps its keys", () => {
  press(screen.getByLabelText("Filter"), "j");
  press(screen.getByTestId("board"), "j", { isComposing: true });
  expect(ran).toEqual([]);
});

test("a button keeps Space, a slider keeps its arrows, both let letters through", () => {
  press(screen.getByRole("button"), " ");
  press(screen.getByLabelText("Position"), "ArrowRight");
  press(screen.getByRole("button"), "j");
  press(screen.getByLabelText("Position"), "j");
  expect(ran).toEqual(["first", "first"]);
});

test("what cannot act now leaves the key to the browser", () => {
  expect(press(screen.getByTestId("board"), "x").defaultPrevented).toBe(false);
  expect(press(screen.getByTestId("board"), "j").defaultPrevented).toBe(true);
  expect(ran).toEqual(["first"]);
});

test("palette and help list the same commands with today's context", () => {
  expect(readCommands().map(({ id, enabled }) => [id, enabled])).toEqual([
    ["next", true],
    ["play", true],
    ["seek", true],
    ["never", false],
  ]);
  readCommands()[0]?.run();
  expect(ran).toEqual(["first"]);
  cleanup();
  expect(readCommands()).toEqual([]);
});

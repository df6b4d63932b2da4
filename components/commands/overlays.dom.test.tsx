import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import type { ReadyCommand } from "./command";
import CommandPalette from "./command-palette";
import ShortcutsHelp from "./shortcuts-help";

let ran: string[] = [];
const command = (id: string, change: Partial<ReadyCommand> = {}): ReadyCommand => ({
  id,
  title: `Do ${id}`,
  group: "Things",
  keys: [id],
  enabled: true,
  run: () => ran.push(`${id} with ${document.activeElement?.id}`),
  ...change,
});

function Page({ commands }: { commands: ReadyCommand[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button id="row" type="button" onClick={() => setIsOpen(true)}>
        Row
      </button>
      {isOpen && <CommandPalette commands={commands} onClose={() => setIsOpen(false)} />}
    </>
  );
}

async function openFromRow(commands: ReadyCommand[]) {
  ran = [];
  render(<Page commands={commands} />);
  const row = screen.getByText("Row");
  row.focus();
  await act(async () => fireEvent.click(row));
}

afterEach(cleanup);

test("the palette runs the chosen command once the focus is back where it was", async () => {
  await openFromRow([command("a"), command("b")]);
  await act(async () => fireEvent.click(screen.getByText("Do b")));
  await expect.poll(() => ran).toEqual(["b with row"]);
});

test("the palette leaves out what cannot act now", async () => {
  await openFromRow([command("a"), command("b", { enabled: false })]);
  expect(screen.queryByText("Do a")).not.toBeNull();
  expect(screen.queryByText("Do b")).toBeNull();
});

test("the help lists every key by group, and nothing without one", () => {
  render(
    <ShortcutsHelp
      commands={[command("a"), command("b", { group: "Else" }), command("c", { keys: [] })]}
      onClose={() => {}}
    />,
  );
  expect(screen.getAllByRole("heading", { level: 3 }).map((node) => node.textContent)).toEqual([
    "Things",
    "Else",
  ]);
  expect(screen.queryByText("Do c")).toBeNull();
});

import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { ReorderButtons, ReorderHandle, ReorderNews } from "./reorder-controls";
import { useReorder } from "./use-reorder";

afterEach(cleanup);

function List() {
  const [ids, setIds] = useState(["a", "b", "c"]);
  const reorder = useReorder(ids, setIds);
  return (
    <ul>
      {ids.map((id) => (
        <li key={id} data-testid={id} data-target={reorder.target === id} {...reorder.rowProps(id)}>
          <ReorderHandle id={id} name={id} reorder={reorder} />
          <ReorderButtons id={id} name={id} reorder={reorder} />
        </li>
      ))}
      <ReorderNews reorder={reorder} nameOf={(id) => id} />
    </ul>
  );
}

const order = () => screen.getAllByRole("listitem").map((row) => row.dataset.testid);
const handle = (id: string) => screen.getByRole("button", { name: new RegExp(`^Move ${id} with`) });
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("arrow keys on the handle move a row by one place, other keys do not", () => {
  render(<List />);
  fireEvent.keyDown(handle("a"), { key: "ArrowDown" });
  expect(order()).toEqual(["b", "a", "c"]);
  expect(screen.getByText("a is now 2 of 3")).toBeTruthy();
  fireEvent.keyDown(handle("c"), { key: "ArrowUp" });
  expect(order()).toEqual(["b", "c", "a"]);
  fireEvent.keyDown(handle("c"), { key: "Enter" });
  expect(order()).toEqual(["b", "c", "a"]);
});

test("the buttons move a row, and the ends stay where they are", () => {
  render(<List />);
  fireEvent.click(button("Move a down"));
  expect(order()).toEqual(["b", "a", "c"]);
  expect(button("Move b up").disabled).toBe(true);
  expect(button("Move c down").disabled).toBe(true);
  fireEvent.keyDown(handle("b"), { key: "ArrowUp" });
  expect(order()).toEqual(["b", "a", "c"]);
});

test("a dropped row takes the place of the row under it", () => {
  render(<List />);
  const dataTransfer = { setDragImage: () => {}, effectAllowed: "none" };
  fireEvent.dragStart(handle("a"), { dataTransfer });
  fireEvent.dragOver(screen.getByTestId("c"), { dataTransfer });
  expect(screen.getByTestId("c").dataset.target).toBe("true");
  fireEvent.drop(screen.getByTestId("c"), { dataTransfer });
  expect(order()).toEqual(["b", "c", "a"]);
});

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FieldId, fieldIds, fields } from "@/lib/rules/field";
import { operatorsOf } from "@/lib/rules/operator";
import { ConditionCells } from "./condition-cells";
import { type DraftRow, newRow, withField, withOperator } from "./draft-rule";

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json([]));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let row: DraftRow = newRow("row");

function Cells() {
  const [now, setNow] = useState(row);
  row = now;
  return <ConditionCells row={now} problem={null} timeZone="Europe/Berlin" onChange={setNow} />;
}
function show(first: DraftRow) {
  row = first;
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <Cells />
    </QueryClientProvider>,
  );
}

test("every fact and every operator is offered in words, and each control has a name", () => {
  const oneOfEachType = new Map(fieldIds.map((field) => [fields[field].type, field])).values();
  for (const field of oneOfEachType) {
    for (const op of operatorsOf(fields[field].type)) {
      const { container } = show(withOperator(withField(newRow("row"), field), op));
      const what = screen.getByLabelText<HTMLSelectElement>("What");
      expect([...what.options].map(({ value }) => value).toSorted()).toEqual(fieldIds.toSorted());
      const how = screen.getByLabelText<HTMLSelectElement>("How");
      expect([...how.options].map(({ value }) => value)).toEqual(operatorsOf(fields[field].type));
      expect(how.value, `${field} ${op}`).toBe(op);
      expect(how.selectedOptions[0]?.textContent, `${field} ${op}`).not.toMatch(/[a-z][A-Z]|lt|gt/);
      for (const control of container.querySelectorAll("input, select, button")) {
        expect(control.getAttribute("aria-label"), `${field} ${op}`).toBeTruthy();
      }
      cleanup();
    }
  }
});

test("several numbers are added one by one, and what is no number is marked and not taken", () => {
  show(withOperator(newRow("row", "bpm"), "in"));
  const add = screen.getByRole("textbox", { name: "BPM, add" });
  const write = (value: string) => {
    fireEvent.change(add, { target: { value } });
    fireEvent.keyDown(add, { key: "Enter" });
  };
  write("127.5");
  write("127.5");
  write("130");
  expect(row.value).toEqual([127.5, 130]);
  write("131, 132");
  expect(row.value).toEqual([127.5, 130]);
  expect(add.getAttribute("aria-invalid")).toBe("true");
  fireEvent.change(add, { target: { value: "" } });
  expect(add.getAttribute("aria-invalid")).toBeNull();
  fireEvent.keyDown(add, { key: "Backspace" });
  expect(row.value).toEqual([127.5]);
  fireEvent.click(screen.getByRole("button", { name: "Remove 127.5" }));
  expect(row.value).toEqual([]);
});

test("a row whose answer depends on when a day begins says whose days those are, and leads to their choice", () => {
  const zone = (field: FieldId, op: string) => {
    show(withOperator(withField(newRow("row"), field), op));
    const link = screen.queryByRole("link", { name: "Days in Europe/Berlin" });
    cleanup();
    return link?.getAttribute("href") ?? null;
  };
  for (const field of ["lastPlayedAt", "savedAt", "judgedAt"] as const) {
    for (const op of ["before", "inLast"]) expect(zone(field, op)).toBe("/library/history#days");
    expect(zone(field, "isEmpty")).toBeNull();
  }
  expect(zone("releasedOn", "inLast")).toBe("/library/history#days");
  expect(zone("releasedOn", "before")).toBeNull();
  expect(zone("bpm", "gte")).toBeNull();
});

import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { NameField } from "./name-field";

afterEach(cleanup);

function edit() {
  const renamed: string[] = [];
  render(<NameField name="Tools" label="Name" onRename={(name) => renamed.push(name)} />);
  const field = screen.getByLabelText<HTMLInputElement>("Name");
  field.focus();
  return {
    renamed,
    field,
    type: (value: string) => fireEvent.change(field, { target: { value } }),
    press: (key: string) => fireEvent.keyDown(field, { key }),
  };
}

test("Enter keeps what was typed, once and trimmed", () => {
  const { renamed, type, press } = edit();
  type("  DJ Tools ");
  press("Enter");
  expect(renamed).toEqual(["DJ Tools"]);
});

test("Escape takes it back", () => {
  const { renamed, field, type, press } = edit();
  type("DJ Tools");
  press("Escape");
  expect(field.value).toBe("Tools");
  fireEvent.blur(field);
  expect(renamed).toEqual([]);
});

test("an empty or unchanged name changes nothing", () => {
  const { renamed, field, type } = edit();
  type("   ");
  fireEvent.blur(field);
  type("Tools ");
  fireEvent.blur(field);
  expect(renamed).toEqual([]);
  expect(field.value).toBe("Tools");
});

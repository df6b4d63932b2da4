import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { LabelView } from "@/lib/enrichment/label-view";
import { TrackLabels } from "./track-labels";
import { TrackTags } from "./track-tags";

afterEach(cleanup);

test("Enter puts a tidy tag on once, Backspace in the empty field takes the last off", () => {
  const told: string[] = [];
  render(
    <TrackTags
      tags={["Opener", "Dark Room"]}
      known={[]}
      onTag={(tag) => told.push(`+${tag}`)}
      onUntag={(tag) => told.push(`-${tag}`)}
    />,
  );
  const field = screen.getByRole("combobox", { name: "Add a tag" });
  const write = (value: string) => {
    fireEvent.change(field, { target: { value } });
    fireEvent.submit(field);
  };
  write("  Late   Night ");
  write("opener");
  write("   ");
  expect(told).toEqual(["+Late Night"]);

  fireEvent.change(field, { target: { value: "x" } });
  fireEvent.keyDown(field, { key: "Backspace" });
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.keyDown(field, { key: "Backspace", repeat: true });
  expect(told).toHaveLength(1);
  fireEvent.keyDown(field, { key: "Backspace" });
  fireEvent.click(screen.getByRole("button", { name: "Take off Opener" }));
  expect(told.slice(1)).toEqual(["-Dark Room", "-Opener"]);
  expect(document.activeElement).toBe(field);
});

const mood = (name: string, own: Partial<LabelView>): LabelView => ({
  ...{ label: `mood:${name}`, kind: "mood", name, byRule: false, said: null },
  ...own,
});

test("a label tells who decides it, and is corrected by one press", () => {
  const told: [string, boolean | null][] = [];
  const labels = [mood("deep", { said: true }), mood("driving", { byRule: true })];
  render(<TrackLabels labels={labels} onCorrect={({ label }, said) => told.push([label, said])} />);
  expect(screen.getByText("your word")).toBeTruthy();
  expect(screen.getByText("overruled")).toBeTruthy();
  const radio = (label: string, word: string) =>
    within(screen.getByRole("group", { name: label })).getByRole<HTMLInputElement>("radio", {
      name: word,
    });
  expect(radio("Mood, deep", "Yes").checked).toBe(true);
  fireEvent.click(radio("Mood, driving", "No"));
  fireEvent.click(radio("Mood, deep", "Rules"));
  expect(told).toEqual([
    ["mood:driving", false],
    ["mood:deep", null],
  ]);
});

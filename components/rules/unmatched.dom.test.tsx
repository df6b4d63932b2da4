import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Unmatched } from "./unmatched";

afterEach(cleanup);

const asOf = "2026-11-21T10:00:00Z";
const nothing = { count: 0, tracks: [], next: null };

test("that every track is in a rule set is said when all of them are known", () => {
  render(<Unmatched page={{ ...nothing, total: 9, asOf }} isFirst />);
  screen.getByText("Every track is in a rule set");
});

test("while nothing is known, or tracks are still being gathered, the report says so", () => {
  const { rerender } = render(<Unmatched page={{ ...nothing, total: 0, asOf: null }} isFirst />);
  screen.getByText("Nothing is known of your tracks yet");
  rerender(<Unmatched page={{ ...nothing, total: 9, asOf: null }} isFirst />);
  screen.getByText("Every track so far is in a rule set");
  screen.getByText("0 of 9 gathered so far");
  expect(screen.queryByText("Every track is in a rule set")).toBeNull();
});

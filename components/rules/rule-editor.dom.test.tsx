import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyTrack, type RuleDefinition } from "@/lib/rules/rule-schema";
import type { RuleSetResult } from "@/lib/rules/rule-set-view";
import { RuleEditor } from "./rule-editor";

const SET = "3f0b6f0e-0000-4000-8000-000000000001";
const result: RuleSetResult = { count: 0, total: 9, asOf: "2026-11-21", tracks: [], said: [] };
const fast = (bpm: number): RuleDefinition => ({
  ...everyTrack,
  where: { all: [{ field: "bpm", op: "gte", value: bpm }] },
});

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async () => Response.json(result));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open({ version = 1, definition = fast(120) } = {}) {
  const ruleSet = {
    ...{ id: SET, name: "Fast", version, definition, target: null, problem: null },
    ...{ scheduleHours: null, automatic: false, removalThreshold: 0, nextRunAt: null },
  };
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <RuleEditor ruleSet={ruleSet} first={result} playlists={[]} />
    </QueryClientProvider>,
  );
}
const bpm = () => screen.getByRole<HTMLInputElement>("spinbutton", { name: "BPM, what" });
const write = (value: string) => fireEvent.change(bpm(), { target: { value } });

test("changes that were not saved meet a version saved elsewhere: a person takes one of them", () => {
  open();
  write("140");
  cleanup();

  open({ version: 2, definition: fast(130) });
  expect(bpm().value).toBe("130");
  screen.getByText(/You changed version 1 without saving, and version 2 was saved elsewhere/);
  fireEvent.click(screen.getByRole("button", { name: "Take my changes" }));
  expect(bpm().value).toBe("140");
  screen.getByText("Version 2, changed");
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(bpm().value).toBe("130");
  write("150");
  cleanup();

  open({ version: 3, definition: fast(130) });
  fireEvent.click(screen.getByRole("button", { name: "Keep version 3" }));
  expect(bpm().value).toBe("130");
  cleanup();
  open({ version: 3, definition: fast(130) });
  expect(screen.queryByText(/without saving/)).toBeNull();
});

test("changes that were saved elsewhere just so are no question", () => {
  open();
  write("140");
  cleanup();
  open({ version: 2, definition: fast(140) });
  expect(screen.queryByText(/without saving/)).toBeNull();
});

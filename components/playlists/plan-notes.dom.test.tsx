import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PlanView } from "@/lib/playlists/plan-view";
import { PlanNotes } from "./plan-notes";

const plan: PlanView = {
  ...{ id: "plan", kind: "rule", status: "proposed", name: "Warm", playlistId: "warm" },
  ...{ ruleSetId: "set", problem: null, waitingUntil: null, createdAt: "", appliedAt: null },
  ...{ adds: 0, removes: 0, moves: 0, keptByHand: 0, duplicates: 0, requests: 2, seconds: 1 },
  ...{ isNew: false, follows: true, rowsBefore: 0, rowsAfter: 0, writes: 0, replaces: false },
  counts: { all: 0, added: 0, removed: 0, moved: 0, hand: 0, double: 0 },
  ...{ lost: 0, waiting: 0, leftOut: 0, refused: 0, canUndo: false, undo: null, job: null },
};

test("a plan says how many tracks stay out because a person took them out, and what brings them back", () => {
  const { rerender } = render(<PlanNotes plan={plan} />);
  expect(screen.queryByText(/took out/)).toBeNull();
  rerender(<PlanNotes plan={{ ...plan, leftOut: 3 }} />);
  screen.getByText("3 tracks you took out stay out. Pin a track to have it back.");
  rerender(<PlanNotes plan={{ ...plan, leftOut: 1 }} />);
  screen.getByText("1 track you took out stays out. Pin it to have it back.");
});

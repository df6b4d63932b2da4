import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { PlanView } from "@/lib/playlists/plan-view";
import { PlanNotes } from "./plan-notes";

const quiet: PlanView = {
  ...{ id: "1", kind: "undo", status: "proposed", name: "Set", playlistId: "p", ruleSetId: null },
  ...{ problem: null, waitingUntil: null, adds: 0, removes: 0, moves: 0, keptByHand: 0 },
  ...{ duplicates: 0, requests: 0, seconds: 0, isNew: false, follows: false, createdAt: "" },
  ...{ appliedAt: null, rowsBefore: 0, rowsAfter: 0, writes: 0, replaces: false, lost: 0 },
  ...{
    waiting: 0,
    leftOut: 0,
    refused: 0,
    canUndo: false,
    playlistStays: false,
    undo: null,
    job: null,
  },
  counts: { all: 0, added: 0, removed: 0, moved: 0, hand: 0, double: 0 },
};
const notes = (plan: Partial<PlanView>) => {
  render(<PlanNotes plan={{ ...quiet, ...plan }} />);
  const told = document.body.textContent;
  cleanup();
  return told;
};
afterEach(cleanup);

test("whoever takes back the making of a playlist is told that the playlist stays", () => {
  expect(notes({})).toBe("");
  expect(notes({ playlistStays: true })).toContain("stays in your library, empty");
  expect(notes({ playlistStays: true, rowsAfter: 1 })).not.toContain("empty");
  expect(notes({ playlistStays: true, status: "discarded" })).toBe("");
});

test("rows that Spotify does not take are told of, whether they come along or back", () => {
  expect(notes({ lost: 6, isNew: true })).toContain("6 rows cannot come along");
  expect(notes({ lost: 1 })).toContain("1 row cannot be brought back");
});

test("a plan says how many tracks stay out because a person took them out, and what brings them back", () => {
  expect(notes({ leftOut: 3 })).toBe(
    "3 tracks you took out stay out. Pin a track to have it back.",
  );
  expect(notes({ leftOut: 1 })).toBe("1 track you took out stays out. Pin it to have it back.");
});

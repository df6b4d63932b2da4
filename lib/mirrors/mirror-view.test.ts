import { expect, test } from "vitest";
import { type MirrorRow, viewMirror } from "./mirror-view";

const row: MirrorRow = {
  id: "1",
  kind: "golden",
  categoryId: "2",
  name: "Peak Time · Techno",
  url: "https://open.spotify.com/playlist/1",
  status: "idle",
  inStep: true,
  mirroredAt: new Date("2026-11-20T12:00:00Z"),
  waitingUntil: null,
  problem: null,
  handMadeChanges: 0,
  refused: 0,
};

test.each<[Partial<MirrorRow>, string]>([
  [{}, "In step with Spotify"],
  [{ handMadeChanges: 1 }, "In step, but for 1 change made in Spotify"],
  [{ handMadeChanges: 3 }, "In step, but for 3 changes made in Spotify"],
  [{ refused: 1 }, "In step, but for 1 track that Spotify refused"],
  [
    { handMadeChanges: 1, refused: 2 },
    "In step, but for 1 change made in Spotify and 2 tracks that Spotify refused",
  ],
  [{ inStep: false, status: "pending" }, "Changes are on their way to Spotify"],
  [{ inStep: false, status: "pending", url: null }, "The playlist is on its way"],
  [{ inStep: false, status: "waiting" }, "Spotify asks us to wait; nothing is lost"],
  [{ inStep: false, status: "failed", problem: "Reconnect it." }, "Reconnect it."],
  [{ inStep: false, status: "removed" }, "Removed in Spotify"],
])("%o is told in words", (state, words) => {
  expect(viewMirror({ ...row, ...state }).words).toBe(words);
});

test("a wait that is over is not told any more", () => {
  const waitingUntil = new Date("2026-11-20T14:20:00Z");
  expect(viewMirror({ ...row, waitingUntil }).waitingUntil).toBeNull();
  expect(viewMirror({ ...row, status: "waiting", waitingUntil }).waitingUntil).toBe(
    "2026-11-20T14:20:00.000Z",
  );
});

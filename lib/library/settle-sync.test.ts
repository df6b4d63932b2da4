import { expect, test } from "vitest";
import { settleSync } from "./settle-sync";

const part = (changes: Partial<Parameters<typeof settleSync>[0][number]>) => ({
  part: "saved_tracks" as const,
  status: "complete" as const,
  requested: 1_000,
  stored: 1_000,
  appended: 14,
  gone: 3,
  problem: null,
  ...changes,
});

test("complete is said only when every part is", () => {
  expect(settleSync([part({}), part({ part: "saved_albums" })], "spotify")).toEqual({
    status: "complete",
    message: "2,000 rows read: 22 new or changed, 6 gone.",
    stored: 2_000,
    missing: 0,
  });
});

test("a part that is not whole is named with its reason, beside what was read", () => {
  const broken = part({
    part: "playlists",
    status: "partial",
    stored: 990,
    problem: "Spotify answered 503.",
  });
  expect(settleSync([part({}), broken], "spotify")).toEqual({
    status: "partial",
    message: "1,990 rows read: 22 new or changed, 6 gone. Playlists: Spotify answered 503.",
    stored: 1_990,
    missing: 10,
  });
});

test("when nothing could be read it failed, and a part without a reason says so plainly", () => {
  const failed = part({ status: "failed", requested: null, stored: 0, appended: 0, gone: 0 });
  expect(settleSync([failed], "spotify")).toEqual({
    status: "failed",
    message: "Saved tracks: not read to the end.",
    stored: 0,
    missing: 0,
  });
});

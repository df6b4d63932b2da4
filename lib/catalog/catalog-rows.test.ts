import { expect, test } from "vitest";
import { readTrack } from "@/lib/beatport/track";
import { beatportRow } from "@/lib/testing/beatport-week";
import { catalogRows } from "./catalog-rows";

function track(id: number, changes: object = {}) {
  const reading = readTrack(beatportRow(id, changes));
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.track;
}

test("a track without a name takes its release's, and blanks around names go", () => {
  const release = { id: 5, name: " Night Drive ", slug: "x", label: null };
  const { tracks, releases } = catalogRows([track(1, { name: "", mix_name: " ", release })]);
  expect(tracks[0]).toMatchObject({ title: "Night Drive", mixName: null });
  expect(releases[0]).toMatchObject({ name: "Night Drive", labelBeatportId: null });
});

test("the mix name stays as given, the ISRC becomes its normal form", () => {
  const { tracks } = catalogRows([
    track(1, { mix_name: "Original mix ", isrc: "qz-dem-26-00001" }),
  ]);
  expect(tracks[0]).toMatchObject({
    mixName: "Original mix",
    isrc: "QZDEM2600001",
    recordingKey: "isrc:QZDEM2600001",
  });
});

test("each label, artist and release is one row, and the order of the tracks does not matter", () => {
  const week = [1, 2, 3, 4, 5, 6, 41, 42].map((id) => track(id));
  const rows = catalogRows(week);
  expect(catalogRows([...week].reverse())).toEqual(rows);
  for (const list of [rows.labels, rows.artists, rows.releases, rows.tracks]) {
    expect(new Set(list.map(({ beatportId }) => beatportId)).size).toBe(list.length);
  }
});

test("credits keep their order and their role, each person once in a role", () => {
  const person = (id: number) => ({ id, name: `P${id}`, slug: `p${id}` });
  const { credits } = catalogRows([
    track(1, { artists: [person(9), person(3), person(9)], remixers: [person(3)] }),
  ]);
  expect(
    credits.map(({ artistBeatportId, role, position }) => [artistBeatportId, role, position]),
  ).toEqual([
    [9, "artist", 0],
    [3, "artist", 1],
    [3, "remixer", 0],
  ]);
});

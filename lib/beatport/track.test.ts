import { expect, test } from "vitest";
import { readTrack } from "./track";

const row = {
  id: 31000001,
  name: "Demo Track feat. Someone",
  mix_name: "Extended Mix",
  slug: "demo-track",
  isrc: "QZDEM2600001",
  bpm: 128,
  key: { camelot_number: 8, camelot_letter: "A", name: "A Minor" },
  length_ms: 330000,
  publish_date: "2026-11-20",
  new_release_date: "2026-11-18",
  encoded_date: "2026-11-02T10:15:00-07:00",
  pre_order: false,
  exclusive: true,
  genre: { id: 11, name: "Tech House" },
  sub_genre: { id: 257, name: "Latin Tech" },
  catalog_number: "DEMO001",
  artists: [{ id: 1, name: "A", slug: "a", image: { id: 5539565, uri: "https://x/none.jpg" } }],
  remixers: [{ id: 2, name: "B", slug: "b", image: { id: 7, uri: "https://x/b.jpg" } }],
  release: { id: 5, name: "EP", slug: "ep", image: { id: 8, uri: "https://x/cover.jpg" } },
  image: { id: 9, uri: "https://x/wave.png" },
  sample_url: "https://x/sample.mp3",
  sample_start_ms: 132000,
  sample_end_ms: 252000,
  is_dj_version: true,
};

function read(changes: object = {}) {
  const reading = readTrack({ ...row, ...changes });
  if ("problem" in reading) throw new Error(reading.problem);
  return reading.track;
}

test("the picture of a track is its waveform, the release's is the cover, placeholders are none", () => {
  expect(read()).toMatchObject({
    waveformUrl: "https://x/wave.png",
    release: { image: "https://x/cover.jpg", catalogNumber: "DEMO001" },
    artists: [{ image: null }],
    remixers: [{ image: "https://x/b.jpg" }],
    key: { camelot: "8A", name: "A Minor" },
    preview: { url: "https://x/sample.mp3", startMs: 132000, endMs: 252000 },
  });
});

test("what is odd but not needed is read as absent", () => {
  const odd = { bpm: "128", key: null, length_ms: 0, isrc: 5, encoded_date: "soon", image: null };
  expect(read({ ...odd, sub_genre: null, sample_url: null, remixers: null })).toMatchObject({
    bpm: null,
    key: null,
    lengthMs: null,
    isrc: null,
    encodedAt: null,
    waveformUrl: null,
    subGenre: null,
    preview: null,
    remixers: [],
  });
});

test.each([
  { id: null },
  { publish_date: null },
  { publish_date: "0000-00-00" },
  { artists: "nobody" },
  { release: null },
  { genre: null },
])("without %j it is no track, and the problem is named", (changes) => {
  const reading = readTrack({ ...row, ...changes });
  expect(reading).toEqual({ problem: expect.stringContaining(Object.keys(changes)[0] ?? "") });
});

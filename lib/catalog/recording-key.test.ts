import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeIsrc } from "./isrc";
import { recordingKey } from "./recording-key";

const track = {
  isrc: null,
  artists: ["Bjørn (UK)", "Ada"],
  title: "Night Drive",
  mixName: "Original Mix",
  remixers: [],
};

test("the same ISRC is the same recording, whatever the names say", () => {
  const written = recordingKey({ ...track, isrc: "gb-smu-32-97525" });
  expect(written).toBe("isrc:GBSMU3297525");
  expect(recordingKey({ ...track, title: "Other", isrc: "GBSMU3297525" })).toBe(written);
});

test("keys are what they were when they were stored", () => {
  expect(recordingKey({ ...track, title: "Œdipe", mixName: "Straße Remix" })).toBe(
    "name:ada+bjorn|oedipe|remix strasse|unnamed|",
  );
  expect(recordingKey({ ...track, title: "Ο Δρόμος" })).toBe("name:ada+bjorn|ο δρομος||unnamed|");
});

test("without an ISRC the names decide, blind to order, case and accents", () => {
  const same = {
    ...track,
    artists: ["ADA", "Bjorn"],
    title: "night drive ",
    mixName: "Original",
  };
  expect(recordingKey(same)).toBe(recordingKey(track));
});

test("another mix, cut, remixer or artist is another recording", () => {
  const others = [
    { ...track, mixName: "Dub" },
    { ...track, mixName: "Extended Mix" },
    { ...track, mixName: "Jonas Remix" },
    { ...track, artists: ["Ada"] },
    { ...track, remixers: ["Jonas"] },
  ];
  const keys = [track, ...others].map(recordingKey);
  expect(new Set(keys).size).toBe(keys.length);
});

test("an ISRC is read through separators and case, and nothing else is one", () => {
  const isrc = fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/);
  fc.assert(
    fc.property(isrc, (code) => {
      const written = `${code.slice(0, 2)}-${code.slice(2, 5)}-${code.slice(5, 7)}-${code.slice(7)}`;
      expect(normalizeIsrc(written.toLowerCase())).toBe(code);
      expect(normalizeIsrc(code)).toBe(code);
    }),
  );
  for (const text of [null, "", "0", "GBSMU329752", "GBSMU32975255", "1BSMU3297525"]) {
    expect(normalizeIsrc(text)).toBeNull();
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { createIds, isSpotifyId, type SpotifyKind } from "./ids";

const ids = createIds("test");
const kind = fc.constantFrom<SpotifyKind>("track", "album", "artist");
const number = fc.integer({ min: 0, max: 2 ** 39 });
const copy = fc.integer({ min: 0, max: 15 });

test("an id looks like Spotify's and leads back to what it means", () => {
  fc.assert(
    fc.property(kind, number, copy, (of, value, which) => {
      const id = ids.encode(of, value, which);
      expect(isSpotifyId(id)).toBe(true);
      expect(ids.decode(of, id)).toEqual({ number: value, copy: which });
    }),
  );
});

test("an id of another kind, another world or nobody means nothing", () => {
  fc.assert(
    fc.property(number, fc.stringMatching(/^[0-9A-Za-z]{22}$/), (value, stranger) => {
      expect(ids.decode("album", ids.encode("track", value))).toBeNull();
      expect(ids.decode("track", createIds("other").encode("track", value))).toBeNull();
      expect(ids.decode("track", stranger)).toBeNull();
    }),
  );
});

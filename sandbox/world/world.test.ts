import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoWeekOf, weekIndexOf, weekIndexOfIso } from "./calendar";
import { genres } from "./genres";
import { placeOfTrack } from "./ids";
import { normalIsrc, partsOfIsrc } from "./isrc";
import { at } from "./random";
import { FEWEST_TRACKS, MOST_TRACKS } from "./week-plan";
import { createWorld } from "./world";

const world = createWorld({ seed: "test", scale: 1 });
const styleWeek = fc.record({
  genreIndex: fc.integer({ min: 0, max: genres.length - 1 }),
  weekIndex: fc.integer({ min: 100, max: 700 }),
});
const few = { numRuns: 6 };
const week46 = weekIndexOfIso(2026, 46);
const sample = genres.filter(({ index }) => index % 3 === 1);
const tracksOfWeek46 = sample.flatMap(({ index }) => [...world.styleWeek(index, week46).tracks]);

test("the same seed draws the same week, whatever was drawn before it", () => {
  const other = createWorld({ seed: "test", scale: 1 });
  fc.assert(
    fc.property(styleWeek, ({ genreIndex, weekIndex }) => {
      other.styleWeek((genreIndex + 1) % genres.length, weekIndex - 1);
      expect(
        other.styleWeek(genreIndex, weekIndex).tracks.map(({ recording }) => recording),
      ).toEqual(world.styleWeek(genreIndex, weekIndex).tracks.map(({ recording }) => recording));
    }),
    few,
  );
});

test("another seed draws another week", () => {
  const other = createWorld({ seed: "other", scale: 1 });
  const titles = (of: typeof world) =>
    of.styleWeek(4, week46).tracks.map(({ recording }) => recording.title);
  expect(titles(other)).not.toEqual(titles(world));
});

test("a style-week holds 120 to 250 tracks, all published inside it", () => {
  fc.assert(
    fc.property(styleWeek, ({ genreIndex, weekIndex }) => {
      const { tracks } = world.styleWeek(genreIndex, weekIndex);
      expect(tracks.length).toBeGreaterThanOrEqual(FEWEST_TRACKS);
      expect(tracks.length).toBeLessThanOrEqual(MOST_TRACKS);
      expect(new Set(tracks.map(({ release }) => weekIndexOf(release.publishDay)))).toEqual(
        new Set([weekIndex]),
      );
    }),
    few,
  );
});

test("the scale multiplies a week", () => {
  const larger = createWorld({ seed: "test", scale: 4 });
  const single = world.styleWeek(4, week46).tracks.length;
  expect(larger.styleWeek(4, week46).tracks.length / single).toBeCloseTo(4, 1);
});

test("an id leads back to its track and release, and no two tracks share one", () => {
  fc.assert(
    fc.property(styleWeek, ({ genreIndex, weekIndex }) => {
      const { tracks } = world.styleWeek(genreIndex, weekIndex);
      expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
      const lost = tracks.filter(
        ({ id, release, recording }) =>
          placeOfTrack(id)?.weekIndex !== weekIndex ||
          world.track(id)?.recording !== recording ||
          world.release(release.id) !== release ||
          world.label(release.label.id) !== release.label ||
          recording.artists.some((artist) => world.artist(artist.id) !== artist),
      );
      expect(lost).toEqual([]);
    }),
    few,
  );
});

test("an ISRC is in normal form and says in which style-week its recording first came out", () => {
  fc.assert(
    fc.property(styleWeek, ({ genreIndex, weekIndex }) => {
      const strange = world.styleWeek(genreIndex, weekIndex).tracks.filter(({ recording }) => {
        const { isrc } = recording;
        const parts = partsOfIsrc(isrc);
        return (
          !/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc) ||
          normalIsrc(isrc) !== isrc ||
          parts?.genreIndex !== recording.genreIndex ||
          parts.weekIndex !== recording.weekIndex ||
          isrc.slice(5, 7) !== String(isoWeekOf(recording.weekIndex).year % 100)
        );
      });
      expect(strange).toEqual([]);
    }),
    few,
  );
});

test("two recordings of a week never share an ISRC, nor do their short edits", () => {
  fc.assert(
    fc.property(styleWeek, ({ genreIndex, weekIndex }) => {
      const recordings = world
        .freshReleases(genreIndex, weekIndex)
        .flatMap((release) => release.recordings);
      const codes = recordings.flatMap(({ isrc, shortIsrc, presence }) =>
        ["both", "short-only", "swapped"].includes(presence.form) ? [isrc, shortIsrc] : [isrc],
      );
      expect(new Set(codes).size).toBe(codes.length);
    }),
    few,
  );
});

test("the tempo fits the genre", () => {
  const unfit = tracksOfWeek46.filter(({ recording: { genreIndex, tempo, listedBpm } }) => {
    const [slowest, fastest] = at(genres, genreIndex).bpm;
    return (
      tempo < slowest ||
      tempo > fastest ||
      ![tempo, Math.round(tempo / 2), null].includes(listedBpm)
    );
  });
  expect(unfit).toEqual([]);
});

test("an unknown id or ISRC leads nowhere", () => {
  expect(world.track(-1)).toBeNull();
  expect(world.track((placeOfTrack(at(tracksOfWeek46, 0).id)?.slot ?? 0) + 16_000)).toBeNull();
  expect(world.label(1)).toBeNull();
  expect(world.artist(999)).toBeNull();
  expect(partsOfIsrc("USUM71703861")).toBeNull();
  expect(partsOfIsrc("nonsense")).toBeNull();
});

describe("a week of all genres shows the catalogue's oddities in their proportions", () => {
  const share = (test: (track: (typeof tracksOfWeek46)[number]) => boolean) =>
    tracksOfWeek46.filter(test).length / tracksOfWeek46.length;

  test.each<[string, number, number, Parameters<typeof share>[0]]>([
    ["no sub-genre", 0.78, 0.87, ({ recording }) => recording.subGenre === null],
    ["Original Mix", 0.5, 0.75, ({ recording }) => recording.listedMixName === "Original Mix"],
    ["Extended Mix", 0.1, 0.3, ({ recording }) => recording.listedMixName === "Extended Mix"],
    ["remixes", 0.08, 0.2, ({ recording }) => recording.version.remixer !== null],
    ["not on Spotify", 0.06, 0.11, ({ recording }) => recording.presence.form === "absent"],
    ["short edit only", 0.02, 0.07, ({ recording }) => recording.presence.form === "short-only"],
    [
      "hyphenated ISRC",
      0.04,
      0.09,
      ({ recording }) => recording.presence.isrcForm === "hyphenated",
    ],
    ["trailing blank", 0.02, 0.08, ({ recording }) => recording.listedName.endsWith(" ")],
    ["sold again", 0.07, 0.16, ({ release }) => release.kind !== "release"],
    ["compiled", 0.02, 0.09, ({ release }) => release.kind === "compilation"],
    ["Friday", 0.5, 0.75, ({ release }) => release.publishDay === "2026-11-13"],
    ["pre-ordered", 0.2, 0.5, ({ release }) => release.preOrderDay !== null],
    ["no key", 0.0005, 0.01, ({ recording }) => !recording.keyListed],
    ["no tempo", 0.0005, 0.012, ({ recording }) => recording.listedBpm === null],
    ["no name", 0.0001, 0.005, ({ recording }) => recording.listedName === ""],
    ["not everywhere", 0.02, 0.06, ({ recording }) => recording.availability !== "worldwide"],
  ])("%s", (_, least, most, test) => {
    expect(share(test)).toBeGreaterThanOrEqual(least);
    expect(share(test)).toBeLessThanOrEqual(most);
  });

  test("a fifth of the remixes lack their remixer", () => {
    const remixes = tracksOfWeek46.filter(({ recording }) => recording.version.remixer);
    const lacking = remixes.filter(({ recording }) => recording.creditedRemixers.length === 0);
    expect(lacking.length / remixes.length).toBeGreaterThan(0.14);
    expect(lacking.length / remixes.length).toBeLessThan(0.3);
  });

  test("one ISRC stands on several Beatport ids", () => {
    const isrcs = tracksOfWeek46.map(({ recording }) => recording.isrc);
    expect(isrcs.length - new Set(isrcs).size).toBeGreaterThan(8);
  });

  test("what is sold again keeps the day it first came out", () => {
    const older = tracksOfWeek46.filter(
      ({ release }) => release.kind === "compilation" || release.kind === "reissue",
    );
    expect(older.length).toBeGreaterThan(0);
    expect(
      older.filter(({ release, newReleaseDay }) => newReleaseDay >= release.publishDay),
    ).toEqual([]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTrack } from "@/lib/rules/testing/make-track";
import type { TrackFacts } from "@/lib/rules/track-facts";
import { fitsCategory, type GoldenExample, profilesOf } from "./category-profile";
import { classifyTrack, type Yardsticks } from "./classify-track";

const golden = (bpm: number, key: string | null, label = "Vela"): GoldenExample => ({
  category: "Peak Time",
  style: "Techno",
  bpm,
  key,
  label,
});

const peak = [132, 133, 134, 134, 134, 135, 135, 136].map((bpm) => golden(bpm, "8A"));
const yardsticks: Yardsticks = {
  ranges: new Map([["techno", { low: 130, high: 138 }]]),
  profiles: profilesOf(peak),
};
const nobody = { energy: null, mood: null };
const techno = (known: Partial<TrackFacts>) => makeTrack({ genres: ["Techno"], ...known });
const labelsOf = (
  known: Partial<TrackFacts>,
  opinion: Parameters<typeof classifyTrack>[2] = nobody,
) => classifyTrack(techno(known), yardsticks, opinion);

test("energy is the tempo beside what is usual in the genre", () => {
  expect(labelsOf({ bpm: 129 })).toContain("energy:low");
  expect(labelsOf({ bpm: 130 })).toContain("energy:medium");
  expect(labelsOf({ bpm: 138 })).toContain("energy:medium");
  expect(labelsOf({ bpm: 139 })).toContain("energy:high");
  expect(labelsOf({ bpm: 139, genres: ["House"] })).toEqual([]);
});

test("a faster track never has less energy", () => {
  const order = ["energy:low", "energy:medium", "energy:high"];
  const rank = (bpm: number) =>
    labelsOf({ bpm })
      .map((label) => order.indexOf(label))
      .at(0);
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 200 }), fc.nat(40), (bpm, faster) => {
      expect(rank(bpm + faster) ?? 0).toBeGreaterThanOrEqual(rank(bpm) ?? 0);
    }),
    { seed: 5 },
  );
});

test("mood is what genres and tags say most, a person's tags before all", () => {
  expect(labelsOf({ genres: ["Melodic House & Techno"] })).toEqual(["mood:melodic"]);
  expect(labelsOf({ genres: ["Melodic House & Techno"], tags: ["DARK room"] })).toEqual([
    "mood:dark",
  ]);
});

test("what other sources think is asked only where the facts say nothing", () => {
  const opinion = { energy: "high", mood: "warm" } as const;
  expect(labelsOf({}, opinion)).toEqual(["energy:high", "mood:warm"]);
  expect(labelsOf({ bpm: 129, tags: ["dark"] }, opinion)).toEqual(["energy:low", "mood:dark"]);
});

test("a track fits a category whose Golden tracks it resembles in tempo, key and label", () => {
  const fits = (known: Partial<TrackFacts>) => labelsOf(known).includes("fits:Peak Time");
  expect(fits({ bpm: 134, key: "8A", label: "Vela" })).toBe(true);
  expect(fits({ bpm: 134, key: "2B" })).toBe(true);
  expect(fits({ bpm: 135, key: "2B" })).toBe(false);
  expect(fits({ bpm: 135, key: "9A" })).toBe(true);
  expect(fits({ bpm: 136, key: "9A", label: "Vela" })).toBe(true);
  expect(fits({ bpm: 139, key: "8A", label: "Vela" })).toBe(false);
  expect(fits({ bpm: null, key: "8A", label: "Vela" })).toBe(false);
  expect(fits({ bpm: 134, key: "8A", genres: ["House"] })).toBe(false);
});

test("nearer to a category's tempo is never a worse fit", () => {
  const [profile] = yardsticks.profiles;
  const isFit = (away: number) =>
    profile !== undefined &&
    fitsCategory(
      { bpm: profile.medianBpm + away, key: "8A", genres: ["techno"], label: null },
      profile,
    );
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 30 }), fc.nat(30), (away, further) => {
      if (isFit(away + Math.sign(away) * further)) expect(isFit(away)).toBe(true);
    }),
    { seed: 5 },
  );
});

test("a few Golden tracks say nothing of their category, and styles are not mixed up", () => {
  expect(profilesOf(peak.slice(1))).toEqual([]);
  const house = peak.map((example) => ({ ...example, style: "House", bpm: example.bpm - 10 }));
  expect(profilesOf([...peak, ...house]).map(({ style, medianBpm }) => [style, medianBpm])).toEqual(
    [
      ["techno", 134],
      ["house", 124],
    ],
  );
});

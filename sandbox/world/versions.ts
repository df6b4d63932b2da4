import type { Flavour } from "./flavours";
import type { Random } from "./random";
import type { Artist } from "./roster";

/** Which cut of a title a recording is, and how each shop words it. */
export interface Version {
  kind: "original" | "extended" | "remix" | "other" | "short";
  /** Beatport's `mix_name`. */
  mixName: string;
  /** What Spotify writes after "Title - "; null for the plain title. */
  suffix: string | null;
  remixer: Artist | null;
  /** Against the length of the title's full version. */
  lengthFactor: number;
}

const originalNames = [
  ["Original Mix", 955],
  ["Original", 22],
  ["Original mix", 15],
  ["Original Version", 8],
] as const;
const extendedNames = [
  ["Extended Mix", 860],
  ["Extended", 90],
  ["Extended Version", 50],
] as const;
const otherNames = [
  ["Club Mix", 26],
  ["Dub", 15],
  ["Dub Mix", 15],
  ["VIP Mix", 16],
  ["VIP", 10],
  ["Instrumental", 12],
  ["Night Mix", 6],
] as const;

export function originalVersion(random: Random): Version {
  return {
    kind: "original",
    mixName: random.weighted(originalNames),
    suffix: random.chance(0.28) ? "Original Mix" : null,
    remixer: null,
    lengthFactor: 1,
  };
}

export function extendedVersion(random: Random): Version {
  return {
    kind: "extended",
    mixName: random.weighted(extendedNames),
    suffix: "Extended Mix",
    remixer: null,
    lengthFactor: 1.05,
  };
}

export const firstVersion = (random: Random, { extendedShare }: Flavour) =>
  random.chance(extendedShare) ? extendedVersion(random) : originalVersion(random);

export const shortVersion: Version = {
  kind: "short",
  mixName: "Radio Edit",
  suffix: "Radio Edit",
  remixer: null,
  lengthFactor: 0.56,
};

export function otherVersion(random: Random): Version {
  const mixName = random.weighted(otherNames);
  return { kind: "other", mixName, suffix: mixName, remixer: null, lengthFactor: 0.97 };
}

export function remixVersion(random: Random, remixer: Artist): Version {
  const form = random.weighted([
    ["Remix", 74],
    ["Extended Remix", 15],
    ["Dub", 3],
    ["Edit", 3],
    ["Reinterpretation", 2],
    ["REMIX", 3],
  ]);
  return {
    kind: "remix",
    mixName: `${remixer.plainName} ${form}`,
    suffix: `${remixer.plainName} ${form === "REMIX" ? "Remix" : form}`,
    remixer,
    lengthFactor: 0.92 + random.next() * 0.16,
  };
}

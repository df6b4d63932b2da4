export interface MusicalKey {
  /** Beatport's id: minor keys are their Camelot number, major keys 12 more, respellings 25 to 34. */
  id: number;
  camelotNumber: number;
  camelotLetter: "A" | "B";
  /** "Gb Minor" */
  name: string;
}

const minors = ["Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "Db"];
const majors = ["B", "F#", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E"];
const respellings: readonly [camelot: string, name: string][] = [
  ["1A", "G# Minor"],
  ["3A", "A# Minor"],
  ["2A", "D# Minor"],
  ["12A", "C# Minor"],
  ["3B", "C# Major"],
  ["4B", "G# Major"],
  ["5B", "D# Major"],
  ["6B", "A# Major"],
  ["2B", "Gb Major"],
  ["11A", "Gb Minor"],
];

export const minorKeys: readonly MusicalKey[] = minors.map((letter, index) => ({
  id: index + 1,
  camelotNumber: index + 1,
  camelotLetter: "A",
  name: `${letter} Minor`,
}));

export const majorKeys: readonly MusicalKey[] = majors.map((letter, index) => ({
  id: index + 13,
  camelotNumber: index + 1,
  camelotLetter: "B",
  name: `${letter} Major`,
}));

export const respelledKeys: readonly MusicalKey[] = respellings.map(([camelot, name], index) => ({
  id: index + 25,
  camelotNumber: Number.parseInt(camelot, 10),
  camelotLetter: camelot.endsWith("A") ? "A" : "B",
  name,
}));

const pitches = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];
const sharps: Record<string, string> = {
  "C#": "Db",
  "D#": "Eb",
  "F#": "Gb",
  "G#": "Ab",
  "A#": "Bb",
};

/** Semitones of the key's root above C, 0 to 11. */
export function pitchClassOf(key: MusicalKey): number {
  const [letter = "C"] = key.name.split(" ");
  return pitches.indexOf(sharps[letter] ?? letter);
}

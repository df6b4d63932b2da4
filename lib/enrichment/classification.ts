import { energies, moods } from "./enrichment";

/** Whether a label was worked out from facts or given by a person. */
export const labelOrigins = ["rule", "manual"] as const;
export type LabelOrigin = (typeof labelOrigins)[number];

/** Of these a recording has one label at most; it can fit several categories. */
const choices = { energy: energies, mood: moods } as const;

export type Label = `energy:${string}` | `mood:${string}` | `fits:${string}`;

export const fits = (category: string): Label => `fits:${category}`;

const kindOf = (label: string) => label.slice(0, label.indexOf(":"));
const isChoice = (kind: string): kind is keyof typeof choices => Object.hasOwn(choices, kind);

/** Whether it is a label that a recording can have, whichever categories there are. */
export function isLabel(text: string): text is Label {
  const kind = kindOf(text);
  const value = text.slice(kind.length + 1);
  if (kind === "fits") return value.trim() === value && value.length >= 1 && value.length <= 100;
  return isChoice(kind) && choices[kind].some((choice) => choice === value);
}

/** The other labels of a choice, of which a recording has one at most. */
export function rivalsOf(label: string): string[] {
  const kind = kindOf(label);
  if (!isChoice(kind)) return [];
  return choices[kind].map((value) => `${kind}:${value}`).filter((other) => other !== label);
}

/** One label of a recording, and who says so; a person may also say that it is not so. */
export type Classification = { label: string; origin: LabelOrigin; holds: boolean };

/**
 * The labels that stand. A person's word always wins: what they denied is left out, and where they
 * chose an energy or a mood, the rules' choice is.
 */
export function standingLabels(classifications: readonly Classification[]): string[] {
  const manual = classifications.filter(({ origin }) => origin === "manual");
  const affirmed = manual.filter(({ holds }) => holds).map(({ label }) => label);
  const spoken = new Set(manual.map(({ label }) => label));
  const chosen = new Set<string>(affirmed.map(kindOf).filter(isChoice));
  const byRule = classifications
    .filter(({ origin, label }) => origin === "rule" && !spoken.has(label))
    .map(({ label }) => label)
    .filter((label) => !chosen.has(kindOf(label)));
  return [...new Set([...affirmed, ...byRule])].sort();
}

import type { Classification } from "./classification";

export const labelKinds = ["energy", "mood", "fits"] as const;
export type LabelKind = (typeof labelKinds)[number];

/** A label a recording can have: what the rules say of it, and what its person says. */
export type LabelView = {
  label: string;
  kind: LabelKind;
  name: string;
  byRule: boolean;
  /** Null where the person leaves it to the rules. */
  said: boolean | null;
};

/** Of these a recording has one at most. */
const isChoice = (kind: LabelKind) => kind !== "fits";

/** Whether a label stands: the person's word wins, and their choice ends the rules' choice. */
export function stands({ kind, said, byRule }: LabelView, all: readonly LabelView[]): boolean {
  if (said !== null) return said;
  const hasChosen = all.some((other) => other.kind === kind && other.said === true);
  return byRule && !(isChoice(kind) && hasChosen);
}

/** The labels after a person said of one that it is so, that it is not, or left it to the rules. */
export function withWord(
  labels: readonly LabelView[],
  { label, said }: Pick<LabelView, "label" | "said">,
): LabelView[] {
  const kind = labels.find((one) => one.label === label)?.kind;
  return labels.map((one) => {
    if (one.label === label) return { ...one, said };
    const isRival = said === true && one.kind === kind && isChoice(one.kind);
    return isRival && one.said === true ? { ...one, said: null } : one;
  });
}

type Choices = { [K in LabelKind]: readonly string[] };

/** Every label a recording can have, and those it has though they are no longer offered. */
export function labelsOf(
  classifications: readonly Classification[],
  choices: Choices,
): LabelView[] {
  return labelKinds.flatMap((kind) => {
    const start = `${kind}:`;
    const given = classifications
      .filter(({ label }) => label.startsWith(start))
      .map(({ label }) => label.slice(start.length));
    return [...new Set([...choices[kind], ...given])].map((name) => {
      const label = `${start}${name}`;
      const of = classifications.filter((one) => one.label === label);
      return {
        label,
        kind,
        name,
        byRule: of.some(({ origin }) => origin === "rule"),
        said: of.find(({ origin }) => origin === "manual")?.holds ?? null,
      };
    });
  });
}

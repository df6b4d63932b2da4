"use client";

import { Check, UserRound } from "lucide-react";
import { Segmented } from "@/components/ui/segmented";
import { type LabelKind, type LabelView, labelKinds, stands } from "@/lib/enrichment/label-view";

const kindNames: Record<LabelKind, string> = { energy: "Energy", mood: "Mood", fits: "Fits" };

const words = [
  { value: "yes", name: "Yes" },
  { value: "no", name: "No" },
  { value: "rules", name: "Rules" },
] as const;
type Word = (typeof words)[number]["value"];

const meant: Record<Word, boolean | null> = { yes: true, no: false, rules: null };

function wordOf(said: boolean | null): Word {
  if (said === null) return "rules";
  return said ? "yes" : "no";
}

type Props = {
  labels: readonly LabelView[];
  onCorrect: (label: LabelView, said: boolean | null) => void;
};

/** What a track is labelled as: what rules say, and the person's word, which wins. */
export function TrackLabels({ labels, onCorrect }: Props) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(17rem,100%),1fr))] gap-x-8 gap-y-4">
      {labelKinds.map((kind) => {
        const ofKind = labels.filter((label) => label.kind === kind);
        return (
          <section key={kind} aria-labelledby={`labels-${kind}`}>
            <h3 id={`labels-${kind}`} className="pb-1 text-2xs text-ink-3">
              {kindNames[kind]}
            </h3>
            {ofKind.length === 0 && (
              <p className="border-t py-2 text-xs text-ink-3">
                Your categories are here once you have some.
              </p>
            )}
            {ofKind.map((label) => (
              <LabelLine
                key={label.label}
                label={label}
                isStanding={stands(label, labels)}
                onCorrect={(said) => onCorrect(label, said)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

type LineProps = {
  label: LabelView;
  isStanding: boolean;
  onCorrect: (said: boolean | null) => void;
};

function LabelLine({ label, isStanding, onCorrect }: LineProps) {
  const { kind, name, byRule, said } = label;
  return (
    <div className="flex min-h-10 items-center gap-2 border-t py-1">
      <span className="size-4 shrink-0">
        {isStanding && <Check aria-hidden="true" className="text-ok" />}
      </span>
      <span className="min-w-0 flex-1">
        <span
          className={`block truncate first-letter:uppercase ${isStanding ? "" : "text-ink-2"}`}
          title={name}
        >
          {name}
          <span className="sr-only">
            {isStanding ? ": so it is labelled" : ": not labelled so"}
          </span>
        </span>
        <span className="flex items-center gap-1 text-2xs text-ink-3">
          {said !== null && <UserRound aria-hidden="true" className="size-3!" />}
          {wordsOf({ said, byRule, isStanding })}
        </span>
      </span>
      <Segmented
        label={`${kindNames[kind]}, ${name}`}
        value={wordOf(said)}
        options={words}
        onChange={(word) => onCorrect(meant[word])}
      />
    </div>
  );
}

/** Who decides it; empty where neither the rules nor the person say anything. */
function wordsOf({
  said,
  byRule,
  isStanding,
}: Pick<LabelView, "said" | "byRule"> & { isStanding: boolean }) {
  if (said !== null) return "your word";
  if (!byRule) return "";
  return isStanding ? "by rule" : "overruled";
}

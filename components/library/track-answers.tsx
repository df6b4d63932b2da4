import Link from "next/link";
import { LocalTime } from "@/components/ui/local-time";
import { providerName } from "@/lib/connections/provider";
import type { OutsideAnswer } from "@/lib/enrichment/known-track-view";

/** What outside sources said when they were asked about a track. */
export function TrackAnswers({ answers }: { answers: readonly OutsideAnswer[] }) {
  if (answers.length === 0) {
    return (
      <p className="border-t py-2 text-xs text-ink-3">
        Nobody outside was asked about it yet. Ask from{" "}
        <Link
          href="/rules/sources"
          className="rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
        >
          Sources
        </Link>
        .
      </p>
    );
  }
  return (
    <ul aria-label="Answers of outside sources" className="border-t pt-2">
      {answers.map((answer) => (
        <li key={`${answer.source} ${answer.isOwn}`} className="py-1">
          <span className="block text-xs text-ink-3">
            {providerName(answer.source)}, asked <LocalTime iso={answer.at} show="day" />, version{" "}
            {answer.version}
            {answer.isOwn && ", for you alone"}
          </span>
          {wordsOf(answer) || <span className="text-ink-3">Knew nothing of it.</span>}
        </li>
      ))}
    </ul>
  );
}

const valueNames = {
  bpm: "BPM",
  key: "key",
  label: "label",
  releasedOn: "released",
  energy: "energy",
  mood: "mood",
} as const satisfies Record<keyof OutsideAnswer["values"], string>;

function wordsOf({ categories, values }: OutsideAnswer): string {
  const said = Object.entries(valueNames).flatMap(([field, name]) => {
    const value = Object.entries(values).find(([other]) => other === field)?.[1];
    return value === undefined ? [] : `${name} ${value}`;
  });
  return [categories.join(", "), said.join(", ")].filter(Boolean).join(" · ");
}

"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { tellProblem } from "@/components/ui/toast";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { ChangeCount, ChangeKind, LibraryChange } from "@/lib/library/library-view";
import { ChangeLine } from "./change-line";
import { countWords, listWords } from "./change-words";
import { readMoreChanges } from "./library-query";

type Props = {
  provider: PersonalProvider;
  runId: string;
  count: ChangeCount;
  /** Only what came, or went, or changed. */
  kind: ChangeKind | null;
  first: readonly LibraryChange[];
};

const plain = new Intl.NumberFormat("en");

/** What a sync brought of one list: the first few lines, and the rest when it is wanted. */
export function ChangedList({ provider, runId, count, kind, first }: Props) {
  const [more, setMore] = useState<LibraryChange[]>([]);
  const [reading, startReading] = useTransition();
  const changes = [...first, ...more];
  const all = kind ? count[kind] : count.came + count.went + count.changed;
  const { list } = count;

  const readOn = () =>
    startReading(async () => {
      const asked = { provider, runId, list, kind, offset: changes.length };
      const next = await readMoreChanges(asked).catch((error: Error) => {
        tellProblem(error.message);
        return [];
      });
      setMore((known) => [...known, ...next]);
    });

  return (
    <section aria-label={listWords(list, provider)} className="pt-2">
      <h3 className="flex items-baseline gap-2 pb-1 text-xs">
        <span className="font-medium text-ink-2">{listWords(list, provider)}</span>
        <span className="text-ink-3">{countWords(count)}</span>
      </h3>
      <ul>
        {changes.map((change) => (
          <ChangeLine key={change.id} change={change} provider={provider} />
        ))}
      </ul>
      {changes.length < all && (
        <Button size="sm" look="quiet" disabled={reading} onClick={readOn}>
          {reading && <Spinner />}
          {plain.format(all - changes.length)} more
        </Button>
      )}
    </section>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import type { SourcesView, SourceView } from "@/lib/sources/source-view";
import { FactsLine } from "./facts-line";
import { RemoveSource } from "./remove-source";
import { type SourceContext, sourceCommands } from "./source-commands";
import { SourceGrid } from "./source-grid";
import { canAsk, canFetch, isFetched } from "./source-readiness";
import { SourceToolbar } from "./source-toolbar";
import { groups } from "./source-words";
import { sourcesQuery } from "./sources-query";
import { useFocusedRow } from "./use-focused-row";
import { useSourceActions } from "./use-source-actions";

/** The lists that tracks are gathered from, live: fetched one by one, gathered together. */
export function Sources({ first }: { first: SourcesView }) {
  const { data = first, error } = useQuery({ ...sourcesQuery, initialData: first });
  const [text, setText] = useState("");
  const [removing, setRemoving] = useState<SourceView | null>(null);
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set());
  const router = useRouter();
  const act = useSourceActions();
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    list: useRef<HTMLDivElement>(null),
    field: useRef<HTMLInputElement>(null),
  };
  const shown = inGroups(data.sources).filter(({ name }) => hasText(name, text));
  const { focusedIndex, focus, focusList, steps } = useFocusedRow({
    refs,
    listKey: text,
    total: shown.length,
  });
  const focused = shown[focusedIndex];
  const chosen = data.sources.filter(({ key }) => chosenKeys.has(key));
  const ready = chosen.filter(isFetched);
  const choose = ({ key, isOffered, stored }: SourceView) => {
    if (!isOffered && !stored) return;
    setChosenKeys(
      new Set(
        chosenKeys.has(key) ? [...chosenKeys].filter((one) => one !== key) : [...chosenKeys, key],
      ),
    );
  };
  const gather = () => router.push(gatheringOf(ready));

  useCommands<SourceContext>(refs.scope, sourceCommands, {
    ...steps,
    canFetch: focused !== undefined && canFetch(focused),
    canAsk: focused !== undefined && canAsk(focused, data.enrichers),
    canRemove: Boolean(focused?.stored),
    canGather: ready.length > 0,
    canOpen: focused !== undefined && isFetched(focused),
    open: () => focused && router.push(gatheringOf([focused])),
    choose: () => focused && choose(focused),
    fetch: () => focused && act.fetch([focused]),
    ask: () => focused && act.ask(focused),
    remove: () => focused && setRemoving(focused),
    gather,
  });

  return (
    <div ref={refs.scope} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <FactsLine facts={data.facts} />
      <SourceToolbar
        field={refs.field}
        text={text}
        chosen={chosen}
        onText={setText}
        onLeave={focusList}
        onFetch={() => act.fetch(chosen.filter(canFetch))}
        onGather={gather}
        onClear={() => setChosenKeys(new Set())}
      />
      {error && (
        <div className="px-4 pt-3">
          <Notice>{`${error.message} What is listed may be old.`}</Notice>
        </div>
      )}
      {shown.length === 0 ? (
        <div className="px-5">
          <Nothing text={text} onClear={() => setText("")} />
        </div>
      ) : (
        <SourceGrid
          list={refs.list}
          sources={shown}
          enrichers={data.enrichers}
          chosen={chosenKeys}
          focusedIndex={focusedIndex}
          onFocus={focus}
          onChoose={choose}
          onFetch={(source) => act.fetch([source])}
          onAsk={act.ask}
          onRemove={setRemoving}
        />
      )}
      {removing && (
        <RemoveSource source={removing} onClose={() => setRemoving(null)} onRemove={act.remove} />
      )}
    </div>
  );
}

const inGroups = (sources: readonly SourceView[]) =>
  groups.flatMap(({ kinds }) => sources.filter(({ kind }) => kinds.some((one) => one === kind)));

const hasText = (name: string, text: string) =>
  name.toLowerCase().includes(text.trim().toLowerCase());

const gatheringOf = (sources: readonly SourceView[]) =>
  `/rules/sources/tracks?of=${sources.flatMap(({ stored }) => stored?.id ?? []).join(",")}` as Route;

function Nothing({ text, onClear }: { text: string; onClear: () => void }) {
  if (text.trim() === "") {
    return (
      <Empty title="No lists yet">
        Connect a library or follow a style: its lists are here then, to gather tracks from.
      </Empty>
    );
  }
  return (
    <Empty
      title="No list has these words in its name"
      action={<Button onClick={onClear}>Show all</Button>}
    />
  );
}

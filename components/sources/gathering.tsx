"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import type { ChosenSource, GatheredPage } from "@/lib/sources/source-view";
import { GatheredGrid } from "./gathered-grid";
import { type GatheredContext, gatheredCommands } from "./source-commands";
import { countWords, trackWords } from "./source-words";
import { addressOf, gatheredQuery } from "./sources-query";
import { useFocusedRow } from "./use-focused-row";

type Props = { sources: readonly ChosenSource[]; first: GatheredPage };

/** What sources hold together: each recording once, searched, and as a file. */
export function Gathering({ sources, first }: Props) {
  const [text, setText] = useState("");
  const gathered = {
    of: sources.map(({ id }) => id).join(","),
    asOf: sources.map(({ asOf }) => asOf).join(","),
    text: text.trim(),
  };
  const { data: page = first, error } = useQuery({
    ...gatheredQuery(gathered, 0),
    initialData: gathered.text === "" ? first : undefined,
    placeholderData: (previous) => previous ?? first,
  });
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    list: useRef<HTMLDivElement>(null),
    field: useRef<HTMLInputElement>(null),
  };
  const { focusedIndex, focus, focusList, steps } = useFocusedRow({
    refs,
    listKey: gathered.text,
    total: page.total,
  });
  const press = (link: string) =>
    refs.list.current?.querySelector<HTMLAnchorElement>(`[data-focused='true'] ${link}`)?.click();
  useCommands<GatheredContext>(refs.scope, gatheredCommands, {
    ...steps,
    open: () => press("a"),
    openAtSpotify: () => press("a[target]"),
  });

  return (
    <div ref={refs.scope} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2">
        <Link
          href="/rules/sources"
          aria-label="All sources"
          className="-ml-2 grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" />
        </Link>
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="truncate font-semibold" title={namesOf(sources)}>
            {namesOf(sources)}
          </h2>
          <p aria-live="polite" className="text-xs text-ink-3 tabular-nums">
            {foundWords(page, first, sources, gathered.text)}
          </p>
        </div>
        <search className="phone:order-last phone:w-full">
          <form
            className="flex items-center gap-1.5"
            onSubmit={(event) => {
              event.preventDefault();
              focusList();
            }}
          >
            <input
              ref={refs.field}
              type="text"
              maxLength={200}
              aria-label="Find a track"
              placeholder="Title, artist"
              value={text}
              onChange={({ target }) => setText(target.value)}
              className="h-7 w-52 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised phone:w-full"
            />
            <KeyCap chord="/" className="phone:hidden" />
          </form>
        </search>
        <Button asChild size="sm">
          <a href={addressOf(gathered, { format: "csv" })} download>
            CSV
          </a>
        </Button>
      </div>
      {error && (
        <div className="px-4 pt-3">
          <Notice>{error.message}</Notice>
        </div>
      )}
      {page.total === 0 ? (
        <div className="px-5">
          {gathered.text === "" ? (
            <Empty title="Nothing in these lists">
              They were empty when they were fetched. Fetch them again after adding to them.
            </Empty>
          ) : (
            <Empty
              title="No track has these words"
              action={<Button onClick={() => setText("")}>Show all</Button>}
            />
          )}
        </div>
      ) : (
        <GatheredGrid
          list={refs.list}
          gathered={gathered}
          firstPage={page}
          focusedIndex={focusedIndex}
          onFocus={focus}
        />
      )}
    </div>
  );
}

const namesOf = (sources: readonly ChosenSource[]) => sources.map(({ name }) => name).join(" + ");

function foundWords(
  page: GatheredPage,
  first: GatheredPage,
  sources: readonly ChosenSource[],
  text: string,
): string {
  const all = trackWords(first.total);
  if (text !== "") return `${countWords.format(page.total)} of ${all}`;
  const places = sources.reduce((sum, { total }) => sum + total, 0);
  return places > first.total ? `${all}, in ${countWords.format(places)} places` : all;
}

"use client";

import type { RefObject } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import type { LibraryWish } from "@/lib/library/library-address";
import { filtersOf, type LibraryFilter } from "@/lib/library/library-filters";
import type { TopRange } from "@/lib/library/part";
import { AsOf } from "./as-of";
import { LibraryChoice } from "./library-choice";
import type { ChangeWish } from "./use-library-wish";

const filterNames: Record<LibraryFilter, string> = {
  mine: "Yours",
  others: "Other people’s",
  collaborative: "Collaborative",
  saved: "Saved",
  unsaved: "Not saved",
  listed: "In a playlist",
  unlisted: "In no playlist",
};

const ranges: readonly { value: TopRange; name: string }[] = [
  { value: "short", name: "4 weeks" },
  { value: "medium", name: "6 months" },
  { value: "long", name: "A year" },
];

type Props = {
  wish: LibraryWish;
  field: RefObject<HTMLInputElement | null>;
  onChange: ChangeWish;
  onLeave: () => void;
};

/** What of a list is shown: over which time, which of it, what fits the words, as of when. */
export function LibraryToolbar({ wish, field, onChange, onLeave }: Props) {
  const { part, range, filter, text, at } = wish;
  const isTop = part === "top_tracks" || part === "top_artists";
  const filters = filtersOf[part];
  return (
    <div className="flex min-h-[41px] flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5 phone:px-2.5">
      <search className="phone:flex-1">
        <form
          className="flex items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            onLeave();
          }}
        >
          <input
            ref={field}
            type="text"
            aria-label="Find in this list"
            placeholder={part.includes("artists") ? "Artist" : "Title, artist, album"}
            value={text}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
            className="h-7 w-52 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised phone:w-full"
          />
          <KeyCap chord="/" className="phone:hidden" />
        </form>
      </search>
      <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 phone:ml-0">
        {isTop && (
          <LibraryChoice
            label="Over which time"
            value={range}
            options={ranges}
            onChange={(next) => onChange({ range: next })}
          />
        )}
        {filters.length > 0 && (
          <LibraryChoice
            label="Which of them"
            value={filter ?? "all"}
            options={[
              { value: "all", name: "All" },
              ...filters.map((value) => ({ value, name: filterNames[value] })),
            ]}
            onChange={(next) => onChange({ filter: next === "all" ? null : next })}
          />
        )}
        <AsOf at={at} onChange={(next) => onChange({ at: next })} />
      </div>
    </div>
  );
}

"use client";

import { useRef } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { providerName } from "@/lib/connections/provider";
import { writeWish } from "@/lib/library/library-address";
import type { LibraryEntry, LibraryPageView } from "@/lib/library/library-view";
import { isTrack } from "./entry-words";
import { LibraryGrid } from "./library-grid";
import { trackPage } from "./library-links";
import { useFirstPage } from "./use-first-page";
import { useLibraryWish } from "./use-library-wish";
import { useRowCommands } from "./use-row-commands";

type Props = {
  playlistId: string;
  search: string;
  first: LibraryPageView;
  /** Why there are no rows, when the provider does not show them. */
  withheld: string | null;
};

/** What stands in a playlist, in its order, now or in an earlier state. */
export function PlaylistRows({ playlistId, search, first, withheld }: Props) {
  const [wish, change] = useLibraryWish(search);
  const asked = useRef({ search: writeWish(wish), first });
  const isFirst = writeWish(wish) === asked.current.search;
  const source = { wish, playlistId };
  const { data: page, error } = useFirstPage(source, isFirst ? asked.current.first : undefined);
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    scroll: useRef<HTMLDivElement>(null),
    field: useRef<HTMLInputElement>(null),
  };
  const { focusedIndex, focus, focusList } = useRowCommands({
    refs,
    listKey: writeWish(wish),
    total: page?.total ?? 0,
  });
  const hrefOf = (entry: LibraryEntry) =>
    entry.externalId !== null && isTrack(entry) ? trackPage(entry.externalId, wish.provider) : null;

  return (
    <div
      ref={refs.scope}
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-1 flex-col outline-none"
    >
      <search className="border-b px-4 py-1.5 phone:px-2.5">
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
            aria-label="Find in this playlist"
            placeholder="Title, artist, album"
            value={wish.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            className="h-7 w-52 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised phone:w-full"
          />
          <KeyCap chord="/" className="phone:hidden" />
        </form>
      </search>
      {error && (
        <div className="px-4 pt-3">
          <Notice>{error.message} What is listed may be old.</Notice>
        </div>
      )}
      {page?.total === 0 && (
        <div className="px-5">
          {wish.text ? (
            <Empty
              title="Nothing fits"
              action={<Button onClick={() => change({ text: "" })}>Show all</Button>}
            />
          ) : (
            <Empty
              title={
                withheld
                  ? `${providerName(wish.provider)} does not show its tracks`
                  : "Nothing in it"
              }
            >
              {withheld}
            </Empty>
          )}
        </div>
      )}
      {page && page.total > 0 && (
        <LibraryGrid
          label="Tracks of the playlist"
          list="playlist_items"
          scroll={refs.scroll}
          source={source}
          firstPage={page}
          focusedIndex={focusedIndex}
          hrefOf={hrefOf}
          onSort={change}
          onFocus={focus}
        />
      )}
    </div>
  );
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { Notice } from "@/components/ui/notice";
import { type LibraryWish, writeWish } from "@/lib/library/library-address";
import type {
  LibraryEntry,
  LibraryOverview,
  LibraryPageView,
  SyncView,
} from "@/lib/library/library-view";
import { offeredParts } from "@/lib/library/offered-parts";
import { partWords } from "@/lib/library/part-words";
import { AsOfLine } from "./as-of";
import { isTrack } from "./entry-words";
import { type TabsContext, tabCommands } from "./library-commands";
import { LibraryEmpty } from "./library-empty";
import { LibraryGrid } from "./library-grid";
import { playlistPage, trackPage } from "./library-links";
import { overviewQuery, syncQuery } from "./library-query";
import { LibraryToolbar } from "./library-toolbar";
import { PartTabs } from "./part-tabs";
import { RowsWaiting } from "./rows-waiting";
import { SyncCard } from "./sync-card";
import { useFirstPage } from "./use-first-page";
import { useLibraryWish } from "./use-library-wish";
import { useRowCommands } from "./use-row-commands";

type Props = {
  search: string;
  overview: LibraryOverview;
  first: LibraryPageView;
  sync: SyncView;
};

/** Everything a provider knows of a person, list by list, now or as of any day. */
export function Library({ search, overview: firstOverview, first, sync: firstSync }: Props) {
  const [wish, change] = useLibraryWish(search);
  const asked = useRef({ search: writeWish(wish), overview: firstOverview, first });
  const { sync, overview, page, error } = useLibrary(wish, asked.current, firstSync);
  const refs = {
    scope: useRef<HTMLDivElement>(null),
    scroll: useRef<HTMLDivElement>(null),
    field: useRef<HTMLInputElement>(null),
  };
  const panelId = useId();
  const { focusedIndex, focus, focusList } = useRowCommands({
    refs,
    listKey: writeWish(wish),
    total: page?.total ?? 0,
  });
  const { provider, part, at } = wish;
  const show = (next: LibraryWish["part"]) => change({ part: next });
  useCommands<TabsContext>(refs.scope, tabCommands[provider], {
    show,
    turn: (tabs) => {
      const parts = offeredParts[provider];
      const next = parts[parts.indexOf(part) + tabs];
      if (next) show(next);
    },
  });

  const hrefOf = (entry: LibraryEntry) => {
    if (entry.externalId === null) return null;
    if (part === "playlists") return playlistPage(entry.externalId, { provider, at });
    return isTrack(entry) ? trackPage(entry.externalId, provider) : null;
  };
  const problem = sync.run?.parts.find((one) => one.part === part)?.problem;

  return (
    <div className="grid min-h-0 flex-1 grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_21rem] xl:grid-rows-1">
      <aside
        aria-label="Sync"
        className="max-h-[45dvh] overflow-y-auto border-b px-5 py-2 xl:order-last xl:max-h-none xl:border-b-0 xl:border-l xl:py-4 phone:px-4"
      >
        <SyncCard first={firstSync} folds />
      </aside>
      <div ref={refs.scope} tabIndex={-1} className="flex min-h-0 min-w-0 flex-col outline-none">
        <PartTabs
          provider={provider}
          part={part}
          counts={overview.counts}
          panelId={panelId}
          onShow={show}
        />
        <LibraryToolbar wish={wish} field={refs.field} onChange={change} onLeave={focusList} />
        {at && <AsOfLine at={at} firstReadAt={overview.firstReadAt} />}
        <div
          id={panelId}
          role="tabpanel"
          aria-label={partWords(part, provider)}
          className="flex min-h-0 flex-1 flex-col"
        >
          {(error || (problem && page?.total !== 0)) && (
            <div className="px-4 pt-3">
              <Notice>{error ? `${error.message} What is listed may be old.` : problem}</Notice>
            </div>
          )}
          {!page && <RowsWaiting list={part} />}
          {page?.total === 0 && (
            <div className="overflow-y-auto px-5">
              <LibraryEmpty
                wish={wish}
                sync={sync}
                onClear={() => change({ text: "", filter: null })}
                onNow={() => change({ at: null })}
              />
            </div>
          )}
          {page && page.total > 0 && (
            <LibraryGrid
              key={part}
              label={partWords(part, provider)}
              list={part}
              scroll={refs.scroll}
              source={{ wish }}
              firstPage={page}
              focusedIndex={focusedIndex}
              hrefOf={hrefOf}
              onSort={change}
              onFocus={focus}
            />
          )}
        </div>
      </div>
    </div>
  );
}

type Asked = { search: string; overview: LibraryOverview; first: LibraryPageView };

/** What the server sent is the first answer; a sync that stores something has the lists read again. */
function useLibrary(wish: LibraryWish, asked: Asked, firstSync: SyncView) {
  const client = useQueryClient();
  const isFirst = writeWish(wish) === asked.search;
  const { data: sync = firstSync } = useQuery({
    ...syncQuery(wish.provider),
    initialData: firstSync,
  });
  const { data: overview = asked.overview } = useQuery({
    ...overviewQuery(wish),
    initialData: isFirst ? asked.overview : undefined,
    placeholderData: (previous) => previous,
  });
  const { data: page, error } = useFirstPage({ wish }, isFirst ? asked.first : undefined);

  // two syncs may store as much as each other
  const appended = sync.run?.parts.reduce((sum, one) => sum + one.appended, 0);
  const stored = sync.run && `${sync.run.id} ${appended}`;
  const known = useRef(stored);
  useEffect(() => {
    if (known.current === stored) return;
    known.current = stored;
    void client.invalidateQueries({ queryKey: ["library", "rows"] });
    void client.invalidateQueries({ queryKey: ["library", "overview"] });
  }, [client, stored]);

  return { sync, overview, page, error };
}

import { queryOptions } from "@tanstack/react-query";
import type { PersonalProvider } from "@/lib/connections/provider";
import { type LibraryWish, writeWish } from "@/lib/library/library-address";
import type {
  ChangeKind,
  ChangeList,
  LibraryChange,
  LibraryOverview,
  LibraryPageView,
  SyncView,
} from "@/lib/library/library-view";
import { isOpenSync } from "./sync-words";

const BUSY_MS = 1_000;
const IDLE_MS = 20_000;

async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.json();
  const { message }: { message?: string } = await response.json();
  throw new Error(message ?? "The library could not be read.");
}

/** The rows of one of the lists, or, with a playlist, of that. */
export type RowSource = { wish: LibraryWish; playlistId?: string };

export function rowsQuery({ wish, playlistId }: RowSource, offset: number) {
  const search = writeWish(wish);
  const params = new URLSearchParams(search);
  if (playlistId !== undefined) params.set("playlist", playlistId);
  if (offset > 0) params.set("offset", String(offset));
  const list = playlistId ?? wish.part;
  return queryOptions({
    queryKey: ["library", "rows", list, search, offset],
    queryFn: ({ signal }) => read<LibraryPageView>(`/api/library/rows?${params}`, signal),
    staleTime: 30_000,
  });
}

export function overviewQuery({ provider, at, range }: LibraryWish) {
  const params = new URLSearchParams({ provider, range });
  if (at) params.set("at", at);
  return queryOptions({
    queryKey: ["library", "overview", params.toString()],
    queryFn: ({ signal }) => read<LibraryOverview>(`/api/library/overview?${params}`, signal),
  });
}

/** Asked often while something is read, now and then otherwise. */
export const syncQuery = (provider: PersonalProvider) =>
  queryOptions({
    queryKey: ["library", "sync", provider],
    queryFn: ({ signal }) => read<SyncView>(`/api/library/sync?provider=${provider}`, signal),
    refetchInterval: ({ state }) =>
      state.data?.run && isOpenSync(state.data.run.status) ? BUSY_MS : IDLE_MS,
  });

type More = {
  provider: PersonalProvider;
  runId: string;
  list: ChangeList;
  kind: ChangeKind | null;
  offset: number;
};

export function readMoreChanges({ provider, runId, list, kind, offset }: More) {
  const params = new URLSearchParams({ provider, run: runId, list, offset: String(offset) });
  if (kind) params.set("kind", kind);
  return read<LibraryChange[]>(`/api/library/changes?${params}`, new AbortController().signal);
}

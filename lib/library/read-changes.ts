import "server-only";
import type { Db } from "@/db/handle";
import { countChanges, listChangedRuns, listChanges } from "@/db/queries/library-changes";
import type { OwnLibrary } from "@/db/queries/library-pages";
import { cursorText } from "@/lib/cursor";
import { type ChangeList, type ChangesPage, changeLists, type LibraryChange } from "./library-view";
import type { LibraryPart } from "./part";
import type { ChangesInput } from "./schema";

const RUNS_ON_A_PAGE = 10;
const FIRST_OF_A_LIST = 5;
const MORE_OF_A_LIST = 100;
const LINES_AT_HOME = 5;

const listsOf = (part: LibraryPart | null): readonly ChangeList[] => {
  if (part === null) return changeLists;
  return part === "playlists" ? ["playlists", "playlist_items"] : [part];
};

/** What came and went, sync by sync, the newest first. */
export async function readChanges(
  db: Db,
  { part, kind, before, ...own }: OwnLibrary & Omit<ChangesInput, "provider">,
): Promise<ChangesPage> {
  const limit = RUNS_ON_A_PAGE + 1;
  const found = await listChangedRuns(db, { ...own, part, kind, before, limit });
  const shown = found.slice(0, RUNS_ON_A_PAGE);
  const runIds = shown.map(({ id }) => id);
  const lists = listsOf(part);
  const first = { lists, kind, limit: FIRST_OF_A_LIST, offset: 0 };
  const [counts, changes] = await Promise.all([
    countChanges(db, { ...own, runIds }),
    listChanges(db, { ...own, ...first, runIds }),
  ]);
  const last = found.length > RUNS_ON_A_PAGE ? shown.at(-1) : undefined;
  return {
    runs: shown.map((run) => ({
      ...run,
      counts: counts.filter(({ runId, list }) => runId === run.id && lists.includes(list)),
      changes: changes.filter(({ runId }) => runId === run.id),
    })),
    older: last ? cursorText({ at: last.createdAt, id: last.id }) : null,
  };
}

type MoreWish = OwnLibrary & {
  runId: string;
  list: ChangeList;
  kind: LibraryChange["kind"] | null;
  offset: number;
};

/** Further changes of one list of a run. */
export const readMoreChanges = (
  db: Db,
  { list, runId, ...wish }: MoreWish,
): Promise<LibraryChange[]> =>
  listChanges(db, { ...wish, runIds: [runId], lists: [list], limit: MORE_OF_A_LIST });

/** What was played is no change of a library. */
const playedLists: readonly ChangeList[] = ["recently_played", "recent_tracks"];

/** The last few changes; what the first sync found is none. */
export async function readLastChanges(db: Db, own: OwnLibrary): Promise<LibraryChange[]> {
  const wish = { part: null, kind: null, before: null, limit: LINES_AT_HOME };
  const runs = (await listChangedRuns(db, { ...own, ...wish })).filter(({ isFirst }) => !isFirst);
  const runIds = runs.map(({ id }) => id);
  const lists = changeLists.filter((list) => !playedLists.includes(list));
  const changes = await listChanges(db, {
    ...own,
    runIds,
    lists,
    kind: null,
    limit: LINES_AT_HOME,
    offset: 0,
  });
  return changes
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .slice(0, LINES_AT_HOME);
}

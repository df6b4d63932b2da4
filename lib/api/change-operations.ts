import { z } from "zod";
import { countChanges, listChangedRuns, listChanges } from "@/db/queries/library-changes";
import { findConnectionOfSync } from "@/db/queries/library-lookups";
import { listPlaysBetween } from "@/db/queries/play-list";
import { AppError } from "@/lib/errors";
import { changeLists, type LibraryChange } from "@/lib/library/library-view";
import { connectionOf } from "./library-operations";
import {
  changedPart,
  changedSyncPage,
  changeKind,
  changeList,
  changePage,
  playPage,
  provider,
} from "./library-schemas";
import { operation } from "./operation";
import { cursor, cursorTo, limit } from "./page";
import { moment, ofId } from "./shared-schemas";

const place = z.coerce.number().int().min(0);

const listPlays = operation({
  id: "listPlays",
  method: "GET",
  path: "/library/plays",
  summary: "What I played, the newest first",
  scope: "library:read",
  query: z.strictObject({
    provider,
    from: moment.optional(),
    to: moment.optional(),
    track: z.string().max(200).optional().describe("The provider's id of one track."),
    limit,
    cursor: cursor(z.tuple([moment, z.string()])),
  }),
  answer: playPage,
  csv: [
    "playedAt",
    "externalId",
    "trackName",
    "artistName",
    "albumName",
    "isrc",
    "durationMs",
    "msPlayed",
    "source",
    "url",
  ],
  run: async ({ db, user, query, now }) => {
    const connectionId = await connectionOf(db, { userId: user.id, provider: query.provider });
    const [at = "", externalId = ""] = query.cursor ?? [];
    const rows = await listPlaysBetween(db, {
      userId: user.id,
      connectionId,
      from: query.from ? new Date(query.from) : null,
      to: query.to ? new Date(query.to) : now,
      track: query.track ?? null,
      after: query.cursor ? { at, externalId } : null,
      limit: query.limit + 1,
    });
    const items = rows.slice(0, query.limit);
    const last = rows.length > items.length ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorTo(last.playedAt, last.externalId) : null };
  },
});

const listSyncs = operation({
  id: "listChangedSyncs",
  method: "GET",
  path: "/library/changes",
  summary: "Syncs that found something new, gone or changed, the newest first",
  scope: "library:read",
  query: z.strictObject({
    provider,
    part: changedPart,
    kind: changeKind,
    limit,
    cursor: cursor(z.tuple([moment, z.uuid()])),
  }),
  answer: changedSyncPage,
  run: async ({ db, user, query }) => {
    const connectionId = await connectionOf(db, { userId: user.id, provider: query.provider });
    const own = { userId: user.id, connectionId };
    const [at = "", id = ""] = query.cursor ?? [];
    const runs = await listChangedRuns(db, {
      ...own,
      part: query.part ?? null,
      kind: query.kind ?? null,
      before: query.cursor ? { at, id } : null,
      limit: query.limit + 1,
    });
    const shown = runs.slice(0, query.limit);
    const counts = await countChanges(db, { ...own, runIds: shown.map((run) => run.id) });
    const last = runs.length > shown.length ? shown.at(-1) : undefined;
    return {
      items: shown.map((run) => ({
        ...run,
        counts: counts.filter(({ runId }) => runId === run.id),
      })),
      nextCursor: last ? cursorTo(last.createdAt, last.id) : null,
    };
  },
});

const listOfSync = operation({
  id: "listChanges",
  method: "GET",
  path: "/library/changes/{id}",
  summary: "What came, went and changed in one sync, list by list",
  scope: "library:read",
  params: ofId,
  query: z.strictObject({
    list: changeList,
    kind: changeKind,
    limit,
    cursor: cursor(z.tuple([place, place])),
  }),
  answer: changePage,
  csv: [
    "at",
    "list",
    "kind",
    "externalId",
    "name",
    "artists",
    "range",
    "playlistName",
    "rank",
    "rankBefore",
    "nameBefore",
    "moved",
    "url",
  ],
  run: async ({ db, user, params, query }) => {
    const runId = params.id;
    const connectionId = await findConnectionOfSync(db, { userId: user.id, runId });
    if (!connectionId) throw new AppError("NOT_FOUND", "There is no such sync of yours.");
    const own = { userId: user.id, connectionId, runIds: [runId], kind: query.kind ?? null };
    const lists = query.list ? [query.list] : changeLists;
    const items: LibraryChange[] = [];
    let [index, offset] = query.cursor ?? [0, 0];
    for (; index < lists.length; index += 1, offset = 0) {
      const left = query.limit - items.length;
      const rows = await listChanges(db, {
        ...own,
        lists: lists.slice(index, index + 1),
        limit: left + 1,
        offset,
      });
      items.push(...rows.slice(0, left));
      if (rows.length > left) return { items, nextCursor: cursorTo(index, offset + left) };
    }
    return { items, nextCursor: null };
  },
});

export const changeOperations = [listPlays, listSyncs, listOfSync];

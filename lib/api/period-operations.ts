import { z } from "zod";
import { findJobOf } from "@/db/queries/jobs-list";
import { listPeriods } from "@/db/queries/period-list";
import type { Board, BoardTrack } from "@/lib/curation/board";
import { readBoard } from "@/lib/curation/read-board";
import { weekInput } from "@/lib/curation/schema";
import { startPeriod } from "@/lib/curation/start-period";
import { periodStatuses } from "@/lib/curation/status";
import {
  curationTrack,
  period,
  periodDetail,
  type Stage,
  stages,
  startedPeriod,
} from "./board-schemas";
import { operation } from "./operation";
import { cursor, cursorTo, limit, pageOf } from "./page";
import { ofId, styleSlug } from "./shared-schemas";

const weekNumber = z.coerce.number().int();

const list = operation({
  id: "listPeriods",
  method: "GET",
  path: "/curation/periods",
  summary: "My weeks, the newest first",
  scope: "curation:read",
  query: z.strictObject({
    style: styleSlug.optional(),
    status: z.enum(periodStatuses).optional(),
    limit,
    cursor: cursor(z.tuple([weekNumber, weekNumber, z.uuid()])),
  }),
  answer: pageOf("PeriodPage", period),
  run: async ({ db, user, query }) => {
    const [year = 0, week = 0, id = ""] = query.cursor ?? [];
    const rows = await listPeriods(db, {
      userId: user.id,
      styleSlug: query.style,
      status: query.status,
      after: query.cursor && { year, week, id },
      limit: query.limit + 1,
    });
    const shown = rows.slice(0, query.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ startedAt, closedAt, ...row }) => ({
        ...row,
        startedAt: startedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
      })),
      nextCursor: last ? cursorTo(last.year, last.week, last.id) : null,
    };
  },
});

const start = operation({
  id: "startPeriod",
  method: "POST",
  path: "/curation/periods",
  summary: "Start a week of a style, or find it started",
  scope: "curation:write",
  body: weekInput,
  answer: startedPeriod,
  run: async ({ db, user, body, now, followUp }) => {
    const started = await startPeriod(db, { ...body, userId: user.id, now });
    followUp(started);
    const { awaits: subjectId } = started;
    const job = subjectId && (await findJobOf(db, { kind: "collection", subjectId, viewer: user }));
    return { ...started, job: job || null };
  },
});

const show = operation({
  id: "showPeriod",
  method: "GET",
  path: "/curation/periods/{id}",
  summary: "A week with its categories and how far it is sorted",
  scope: "curation:read",
  params: ofId,
  answer: periodDetail,
  run: async ({ db, user, params }) => {
    const board = await readBoard(db, { periodId: params.id, userId: user.id });
    const stageOf = stagesOn(board);
    const tracks = { bronze: 0, silver: 0, golden: 0, trash: 0 };
    for (const track of board.tracks) tracks[stageOf(track)] += 1;
    const { categories, undoable } = board;
    return { ...board.period, categories, tracks, undoable };
  },
});

const listTracks = operation({
  id: "listPeriodTracks",
  method: "GET",
  path: "/curation/periods/{id}/tracks",
  summary: "The tracks of a week, in the order of the board",
  scope: "curation:read",
  params: ofId,
  query: z.strictObject({
    stage: z.enum(stages).optional(),
    category: z.uuid().optional(),
    limit,
    cursor: cursor(z.tuple([z.uuid()])),
  }),
  answer: pageOf("CurationTrackPage", curationTrack),
  csv: [
    "id",
    "stage",
    "artists",
    "title",
    "mixName",
    "remixers",
    "label",
    "release",
    "bpm",
    "camelotKey",
    "lengthMs",
    "isrc",
    "publishDate",
    "lane",
    "beatportUrl",
    "spotify.url",
  ],
  run: async ({ db, user, params, query }) => {
    const board = await readBoard(db, { periodId: params.id, userId: user.id });
    const stageOf = stagesOn(board);
    const [after] = query.cursor ?? [];
    const begin = after ? board.tracks.findIndex(({ id }) => id === after) + 1 : 0;
    const ahead = board.tracks
      .slice(begin)
      .map((track) => ({ ...track, stage: stageOf(track) }))
      .filter(({ stage }) => !query.stage || stage === query.stage)
      .filter(({ categoryId }) => !query.category || categoryId === query.category);
    const items = ahead.slice(0, query.limit);
    const last = ahead.length > items.length ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorTo(last.id) : null };
  },
});

function stagesOn({ categories }: Board): (track: BoardTrack) => Stage {
  const trash = new Set(categories.filter(({ isTrash }) => isTrash).map(({ id }) => id));
  return ({ categoryId, promoted }) => {
    if (categoryId === null) return "bronze";
    if (trash.has(categoryId)) return "trash";
    return promoted ? "golden" : "silver";
  };
}

export const periodOperations = [list, start, show, listTracks];

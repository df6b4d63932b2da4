import "server-only";
import type { Db } from "@/db/handle";
import {
  type BoardTrackRow,
  findPeriod,
  listBoardCategories,
  listBoardTracks,
} from "@/db/queries/curation-board";
import { readPresses } from "@/db/queries/decisions";
import { AppError } from "@/lib/errors";
import { summarizeMatch } from "@/lib/matching/summarize-match";
import type { Board, BoardTrack } from "./board";
import { pressesPerMinute } from "./pace";
import { beatportTrackUrl, viewPreview } from "./track-view";

/** Enough for the pace of about the last ten minutes. */
const PACE_PRESSES = 60;

/** The whole board of a period: four statements, whatever its size. */
export async function readBoard(
  db: Db,
  owner: { periodId: string; userId: string },
): Promise<Board> {
  const found = await findPeriod(db, owner);
  if (!found) throw new AppError("NOT_FOUND", "That week is not one of yours.");
  const { styleId, startedAt, closedAt, ...period } = found;
  const [categories, tracks, { undoable, times }] = await Promise.all([
    listBoardCategories(db, { ...owner, styleId }),
    listBoardTracks(db, owner),
    readPresses(db, { ...owner, limit: PACE_PRESSES }),
  ]);
  return {
    period: {
      ...period,
      startedAt: startedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    },
    categories,
    tracks: tracks.map(viewTrack),
    undoable,
    decisionsPerMinute: pressesPerMinute(times),
  };
}

function viewTrack(row: BoardTrackRow): BoardTrack {
  const { beatportId, slug, previewUrl, previewStartMs, previewEndMs, ...track } = row;
  const { match, method, confidence, spotifyUrl, evidence, ...rest } = track;
  return {
    ...rest,
    beatportUrl: beatportTrackUrl(row),
    preview: viewPreview(row),
    spotify: {
      status: match ?? "pending",
      method,
      confidence,
      url: spotifyUrl,
      summary: summarizeMatch({ status: match ?? "pending", method, evidence }),
    },
  };
}

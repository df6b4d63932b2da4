import "server-only";
import type { Db } from "@/db/handle";
import { findStyleWeek } from "@/db/queries/curation-board";
import { listMirrorRows } from "@/db/queries/mirrors";
import { viewMirror } from "@/lib/mirrors/mirror-view";
import type { BoardPage } from "./board";
import { readBoard } from "./read-board";
import { weekProblem } from "./start-period";
import { addWeeks, parseWeek } from "./week";

type Asked = { styleSlug: string; week: string; userId: string; now: Date };

/** The page of a style-week; null when the style or the week does not exist. */
export async function readBoardPage(
  db: Db,
  { styleSlug, week: text, userId, now }: Asked,
): Promise<BoardPage | null> {
  const week = parseWeek(text);
  if (!week || weekProblem(week, now)) return null;
  const found = await findStyleWeek(db, { slug: styleSlug, ...week, userId });
  if (!found) return null;

  const { style, collection, periodId } = found;
  const nextWeek = addWeeks(week, 1);
  const [board, mirrors] = periodId
    ? await Promise.all([
        readBoard(db, { periodId, userId }),
        listMirrorRows(db, { periodId, userId }),
      ])
    : [null, []];
  return {
    style,
    week,
    previousWeek: addWeeks(week, -1),
    nextWeek: weekProblem(nextWeek, now) ? null : nextWeek,
    collection,
    board,
    mirrors: mirrors.map(viewMirror),
  };
}

import "server-only";
import type { Db } from "@/db/handle";
import { type CellRow, findLastTrack, findResume, listCells } from "@/db/queries/curation-home";
import { listPressTimes } from "@/db/queries/decisions";
import type { Home, HomeCell, Rail, RailStyle, Resume } from "./home";
import { minutesFor, pressesPerMinute } from "./pace";
import { addWeeks, newestReleaseWeek } from "./week";

const WEEKS_SHOWN = 6;
const PACE_PRESSES = 60;

type Asked = { userId: string; now: Date };

export async function readRail(db: Db, { userId, now }: Asked): Promise<Rail> {
  const rows = await listCells(db, { userId, weeks: [newestReleaseWeek(now)] });
  return { styles: rows.map(viewRailStyle) };
}

export async function readHome(db: Db, { userId, now }: Asked): Promise<Home> {
  const newest = newestReleaseWeek(now);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, index) => addWeeks(newest, -index));
  const [rows, resume] = await Promise.all([
    listCells(db, { userId, weeks }),
    readResume(db, userId),
  ]);
  const styles = new Map<string, Home["styles"][number]>();
  for (const row of rows) {
    const style = styles.get(row.slug) ?? { slug: row.slug, name: row.name, cells: [] };
    styles.set(row.slug, { ...style, cells: [...style.cells, viewCell(row)] });
  }
  return { resume, weeks, styles: [...styles.values()] };
}

async function readResume(db: Db, userId: string): Promise<Resume | null> {
  const found = await findResume(db, { userId });
  if (!found) return null;
  const { periodId, year, week, ...resume } = found;
  const owner = { periodId, userId };
  const [lastTrack, presses] = await Promise.all([
    findLastTrack(db, owner),
    listPressTimes(db, { ...owner, limit: PACE_PRESSES }),
  ]);
  const minutesLeft = minutesFor(resume.left, pressesPerMinute(presses));
  return { ...resume, week: { year, week }, minutesLeft, lastTrack };
}

const isCollecting = ({ collection }: CellRow) =>
  collection === "queued" || collection === "running";

function railState(row: CellRow): RailStyle["state"] {
  if (isCollecting(row) && row.tracks === 0) return "collecting";
  if (row.period === null) return "not_started";
  if (row.closed) return "closed";
  return row.period === "SORTED" ? "sorted" : "sorting";
}

const viewRailStyle = (row: CellRow): RailStyle => ({
  slug: row.slug,
  name: row.name,
  week: { year: row.year, week: row.week },
  state: railState(row),
  left: row.period === null ? row.stored : row.bronze,
});

function viewCell(row: CellRow): HomeCell {
  const { expected, fetched, stored, tracks, bronze, silver, gold, trash } = row;
  return {
    week: { year: row.year, week: row.week },
    collection: row.collection && { status: row.collection, expected, fetched, stored },
    period: row.period && { status: row.period, closed: row.closed },
    counts: { tracks, bronze, silver, gold, trash },
  };
}

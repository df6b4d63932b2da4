import "server-only";
import type { Db } from "@/db/handle";
import { findHistory, listDays, listHoursOfWeek, listOpenGaps } from "@/db/queries/history-days";
import { listFirstListens, listTaste } from "@/db/queries/history-taste";
import { listTop } from "@/db/queries/history-top";
import { addDays, addMonths, monthStart } from "./calendar";
import { groupDays, streaksOf } from "./listening";
import { grainOf, periodChoices, periodOf, worldOf } from "./period";
import { rankMovement } from "./rank-movement";
import { type ListeningInput, periodIdOf, type TasteInput } from "./schema";

type Of = { userId: string; now: Date };

const USUAL_ZONE = "UTC";
const ROWS = 50;
const FIRSTS = 10;
const PLACES = 8;
const MONTHS = 18;

/** Which time a person's history is looked at in, and what there is of it at all. */
async function readFrame(db: Db, { userId, now }: Of, wish: Parameters<typeof periodIdOf>[0]) {
  const history = await findHistory(db, { userId });
  const timeZone = history.timeZone ?? history.wishedZone ?? USUAL_ZONE;
  const world = worldOf(timeZone, now, history.firstDay);
  const period = periodOf(periodIdOf(wish), world);
  return {
    /** No play is known yet. */
    isEmpty: history.firstDay === null,
    timeZone,
    /** False until the browser told it. */
    isZoneKnown: history.wishedZone !== null,
    /** What is counted again, in other days, while these are shown: how much of it is done. */
    recount:
      history.recounted === null || history.wishedZone === null || history.wishedZone === timeZone
        ? null
        : { timeZone: history.wishedZone, share: history.recounted },
    today: world.today,
    period,
    libraries: history.libraries,
    /** Nothing was heard outside of it. */
    known: { from: world.firstDay, to: addDays(history.lastDay ?? world.today, 1) },
    choices: periodChoices(world),
  };
}

/** What was heard in a period: when, what most, what for the first time. */
export async function readListening(db: Db, { by, ...wish }: ListeningInput & Of) {
  const frame = await readFrame(db, wish, wish);
  const { from, to } = frame.period;
  const within = { userId: wish.userId, timeZone: frame.timeZone, from, to };
  const [days, hours, top, first, gaps] = await Promise.all([
    listDays(db, within),
    listHoursOfWeek(db, within),
    listTop(db, { ...within, by, limit: ROWS, known: frame.known, libraries: frame.libraries }),
    listFirstListens(db, { ...within, kind: "artist", limit: FIRSTS }),
    listOpenGaps(db, within),
  ]);
  const grain = grainOf(within);
  const sum = (of: "plays" | "ms") => days.reduce((total, day) => total + day[of], 0);
  return {
    ...frame,
    by,
    grain,
    bars: groupDays(days, within, grain),
    hours,
    top,
    first,
    gaps,
    streaks: streaksOf(days, frame.today),
    sums: { plays: sum("plays"), ms: sum("ms"), days: days.length },
  };
}
export type Listening = Awaited<ReturnType<typeof readListening>>;

/** The first places of every month of a period, the newest months of a long one. */
export async function readTaste(db: Db, { by, ...wish }: TasteInput & Of) {
  const frame = await readFrame(db, wish, wish);
  const { from, to } = frame.period;
  const end = to < frame.today ? to : frame.today;
  const earliest = addMonths(monthStart(end), 1 - MONTHS);
  const within = { userId: wish.userId, from: from > earliest ? from : earliest, to };
  const rows = await listTaste(db, { ...within, by, places: PLACES });
  return { ...frame, by, isShortened: from < earliest, months: rankMovement(rows) };
}
export type Taste = Awaited<ReturnType<typeof readTaste>>;

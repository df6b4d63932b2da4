import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/db/client";
import { findLastPeriod } from "@/db/queries/curation-home";
import { findStyleBySlug, listStylesOf, listUserStyles } from "@/db/queries/user-styles";
import { requirePageUser } from "@/lib/auth/session";
import { ensureStyles } from "@/lib/catalog/ensure-styles";
import { AppError } from "@/lib/errors";
import type { BoardPage } from "./board";
import type { GoldenCategory, GoldenPage } from "./golden";
import type { Home, Rail } from "./home";
import { readBoardPage } from "./read-board-page";
import { readGolden, readGoldenPage } from "./read-golden";
import { readHome, readRail } from "./read-home";
import { readStyleSetup } from "./read-style";
import { weekProblem } from "./start-period";
import type { StyleSetup, StyleView } from "./style-view";
import { formatWeek, newestReleaseWeek, parseWeek } from "./week";

export const loadRail = cache(async (): Promise<Rail> => {
  const user = await requirePageUser();
  return readRail(db, { userId: user.id, now: new Date() });
});

export const loadHome = cache(async (): Promise<Home> => {
  const user = await requirePageUser();
  return readHome(db, { userId: user.id, now: new Date() });
});

const loadWeek = cache(async (styleSlug: string, week: string): Promise<BoardPage | null> => {
  const user = await requirePageUser();
  return readBoardPage(db, { styleSlug, week, userId: user.id, now: new Date() });
});

/** Null when the style or the week does not exist. `week` is the text of the address, "2026-W46". */
export const loadBoardPage = ({ styleSlug, week }: { styleSlug: string; week: string }) =>
  loadWeek(styleSlug, week);

/** Whether an address names a style and a week there is; cheap, so that a page can refuse at once. */
export const loadWeekExists = cache(async (styleSlug: string, week: string): Promise<boolean> => {
  await requirePageUser();
  const asked = parseWeek(week);
  if (!asked || weekProblem(asked, new Date())) return false;
  return (await findStyleBySlug(db, { slug: styleSlug })) !== null;
});

/** Where sorting goes on: the week last touched, else the newest one of the first style. */
export const loadLastBoard = cache(
  async (): Promise<{ styleSlug: string; week: string } | null> => {
    const user = await requirePageUser();
    const last = await findLastPeriod(db, { userId: user.id });
    if (last) return { styleSlug: last.styleSlug, week: formatWeek(last) };
    const [first] = await listUserStyles(db, { userId: user.id });
    return first
      ? { styleSlug: first.slug, week: formatWeek(newestReleaseWeek(new Date())) }
      : null;
  },
);

/** All styles; asks Beatport for them once, when there are none yet. `problem` says why it gave none. */
export const loadStyles = cache(
  async (): Promise<{ styles: StyleView[]; problem: string | null }> => {
    const user = await requirePageUser();
    const problem = await ensureStyles(db).then(() => null, noAnswerOf);
    return { styles: await listStylesOf(db, { userId: user.id }), problem };
  },
);

function noAnswerOf(error: unknown): string {
  if (error instanceof AppError && error.code === "NO_ANSWER") return error.message;
  throw error;
}

/** Null when there is no such style. */
export const loadCategories = cache(async (styleSlug: string): Promise<StyleSetup | null> => {
  const user = await requirePageUser();
  return readStyleSetup(db, { styleSlug, userId: user.id });
});

export const loadGolden = cache(async (): Promise<GoldenCategory[]> => {
  const user = await requirePageUser();
  return readGolden(db, { userId: user.id });
});

/** Null when it is not a category of the signed-in user. */
export const loadGoldenCategory = cache(async (id: string): Promise<GoldenPage | null> => {
  const user = await requirePageUser();
  if (!z.uuid().safeParse(id).success) return null;
  return readGoldenPage(db, { userId: user.id, categoryId: id });
});

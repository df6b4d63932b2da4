import "server-only";
import { cache } from "react";
import { requirePageUser } from "@/lib/auth/session";
import type { BoardPage } from "./board";
import type { GoldenCategory, GoldenPage } from "./golden";
import type { Home, Rail } from "./home";
import type { StyleSetup, StyleView } from "./style-view";

export const loadRail = cache(async (): Promise<Rail> => {
  await requirePageUser();
  throw new Error("not built yet");
});

export const loadHome = cache(async (): Promise<Home> => {
  await requirePageUser();
  throw new Error("not built yet");
});

/** Null when the style or the week does not exist. `week` is the text of the address, "2026-W46". */
export const loadBoardPage = cache(
  async (_args: { styleSlug: string; week: string }): Promise<BoardPage | null> => {
    await requirePageUser();
    throw new Error("not built yet");
  },
);

/** Where sorting goes on: the period last touched, else the newest week of the first style. */
export const loadLastBoard = cache(
  async (): Promise<{ styleSlug: string; week: string } | null> => {
    await requirePageUser();
    throw new Error("not built yet");
  },
);

export const loadStyles = cache(async (): Promise<StyleView[]> => {
  await requirePageUser();
  throw new Error("not built yet");
});

/** Null when there is no such style. */
export const loadCategories = cache(async (_styleSlug: string): Promise<StyleSetup | null> => {
  await requirePageUser();
  throw new Error("not built yet");
});

export const loadGolden = cache(async (): Promise<GoldenCategory[]> => {
  await requirePageUser();
  throw new Error("not built yet");
});

/** Null when it is not a category of the signed-in user. */
export const loadGoldenCategory = cache(async (_id: string): Promise<GoldenPage | null> => {
  await requirePageUser();
  throw new Error("not built yet");
});

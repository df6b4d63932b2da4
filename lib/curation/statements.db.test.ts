import { expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { createWeek } from "@/db/testing/factories";
import { fillPeriod } from "./fill-period";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { readBoardPage } from "./read-board-page";
import { undoPress } from "./undo-press";

const now = new Date("2026-11-20T12:00:00Z");

/** Statements a piece of work sends, `begin` and `commit` left out. */
async function statementsOf(work: () => Promise<unknown>) {
  let statements = 0;
  sqlClient.options.debug = (_connection, query) => {
    if (!/^\s*(begin|commit|select b\.oid)/.test(query)) statements += 1;
  };
  await work();
  sqlClient.options.debug = false;
  return statements;
}

async function measure(tracks: number) {
  const week = await createWeek(db, { tracks });
  const categoryId = week.categories[0]?.id ?? null;
  const owner = { periodId: week.period.id, userId: week.user.id };
  const trackIds = week.tracks.map(({ id }) => id);
  const press = () => ({ ...owner, trackIds, idempotencyKey: crypto.randomUUID() });
  const page = { styleSlug: week.style.slug, week: "2026-W46", userId: week.user.id, now };
  return {
    move: await statementsOf(() => moveTracks(db, { ...press(), categoryId })),
    promote: await statementsOf(() => promoteTracks(db, press())),
    undo: await statementsOf(() => undoPress(db, press())),
    fill: await statementsOf(() => fillPeriod(db, owner)),
    page: await statementsOf(() => readBoardPage(db, page)),
  };
}

test("a press on forty tracks takes as many statements as on one, and so does everything else", async () => {
  const one = await measure(1);
  expect(await measure(40)).toEqual(one);
  expect(one.page).toBeLessThanOrEqual(6);
  expect(one.move).toBeLessThanOrEqual(12);
});

import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createPeriod, createSilverTrack, createTrack, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";

type Visitor = Awaited<ReturnType<typeof apiVisitor>>;

/** Follows the links from page to page. */
async function walk({ get }: Visitor, path: string) {
  const pages: { id: string }[][] = [];
  for (let next: string | null = path; next; ) {
    const response: Response = await get(next);
    expect(response.status).toBe(200);
    const link = response.headers.get("link");
    pages.push((await response.json()).items);
    next = link ? (/^<\/api\/v1([^>]+)>; rel="next"$/.exec(link)?.[1] ?? null) : null;
  }
  return pages;
}

async function sortedWeek(db: Db) {
  const week = await createWeek(db, { tracks: 4 });
  const place = async (categoryId: string | undefined) => {
    const { id: trackId } = await createTrack(db, { styleId: week.style.id });
    const args = { periodId: week.period.id, trackId, categoryId: categoryId ?? "" };
    return createSilverTrack(db, args);
  };
  const silver = await place(week.categories[0]?.id);
  const trash = await place(week.trash.id);
  return { ...week, silver, trashed: trash };
}

test("page by page a week holds each of its tracks once, in the order of the board", () =>
  withRollback(async (tx) => {
    const { user, period, tracks, silver, trashed } = await sortedWeek(tx);
    const visitor = await apiVisitor(tx, user);
    const path = `/curation/periods/${period.id}/tracks`;
    const pages = await walk(visitor, `${path}?limit=4`);
    expect(pages.map((page) => page.length)).toEqual([4, 2]);
    const ids = [...tracks, silver, trashed].map(({ id }) => id);
    expect(pages.flat().map(({ id }) => id)).toEqual(ids);
    const bronze = await walk(visitor, `${path}?stage=bronze&limit=2`);
    expect(bronze.map((page) => page.length)).toEqual([2, 2]);
    const [[only] = []] = await walk(visitor, `${path}?stage=trash`);
    expect(only).toMatchObject({ id: trashed.id, stage: "trash" });

    const shown = await (await visitor.get(`/curation/periods/${period.id}`)).json();
    expect(shown.tracks).toEqual({ bronze: 4, silver: 1, golden: 0, trash: 1 });
  }));

test("weeks come newest first, page by page, and can be narrowed to a style", () =>
  withRollback(async (tx) => {
    const { user, style } = await createWeek(tx);
    const owner = { userId: user.id, styleId: style.id };
    await createPeriod(tx, { ...owner, year: 2025, week: 52 });
    await createPeriod(tx, { ...owner, week: 9, status: "SORTED" });
    const visitor = await apiVisitor(tx, user);
    const pages = await walk(visitor, "/curation/periods?limit=1");
    expect(pages.flat()).toMatchObject([
      { year: 2026, week: 46 },
      { year: 2026, week: 9 },
      { year: 2025, week: 52 },
    ]);
    expect((await walk(visitor, "/curation/periods?status=SORTED")).flat()).toHaveLength(1);
    expect((await walk(visitor, "/curation/periods?style=none")).flat()).toEqual([]);
  }));

test("starting a week twice is one week and one job; one that cannot be is refused", () =>
  withRollback(async (tx) => {
    const { user, style } = await createWeek(tx);
    const { ask, get, announced } = await apiVisitor(tx, user);
    const start = (year: number, week: number) =>
      ask("POST", "/curation/periods", { body: { styleSlug: style.slug, year, week } });
    const [first, second] = [await start(2026, 40), await start(2026, 40)];
    const started = await first.json();
    expect(await second.json()).toEqual(started);
    const job = await (await get(`/jobs/${started.job.id}`)).json();
    expect(job).toMatchObject({ kind: "collection", status: "queued" });
    expect(announced).toMatchObject([{ userId: user.id }, { userId: user.id }]);
    expect((await start(2090, 1)).status).toBe(422);
    expect((await start(2025, 53)).status).toBe(422);
  }));

test("a week is to be had as a table that holds all of it, whatever the limit", () =>
  withRollback(async (tx) => {
    const { user, period } = await sortedWeek(tx);
    const { get } = await apiVisitor(tx, user);
    const path = `/curation/periods/${period.id}/tracks`;
    const table = await get(`${path}?limit=1`, { headers: { accept: "text/csv" } });
    expect(table.headers.get("content-type")).toMatch(/^text\/csv/);
    const text = await table.text();
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^id,stage,artists,title/);
    expect(await (await get(`${path}?format=csv`)).text()).toBe(text);
    const json = await get(`${path}?format=json`, { headers: { accept: "text/csv" } });
    expect(json.headers.get("content-type")).toBe("application/json");
  }));

test("a category changes whole or not at all", () =>
  withRollback(async (tx) => {
    const { user, style, categories } = await createWeek(tx);
    const { ask, get } = await apiVisitor(tx, user);
    const [first, second] = categories;
    const path = `/categories/${first?.id}`;
    const clash = await ask("PATCH", path, { body: { color: 7, name: second?.name } });
    expect(clash.status).toBe(409);
    const list = async () => (await (await get(`/styles/${style.slug}/categories`)).json()).items;
    expect(await list()).toMatchObject([
      { id: first?.id, name: first?.name, color: first?.color },
      {},
      {},
    ]);
    const changed = await ask("PATCH", path, { body: { name: "Dawn", color: 7, archived: true } });
    expect(await changed.json()).toMatchObject({ name: "Dawn", color: 7, archived: true });
    expect((await list()).at(-1)).toMatchObject({ id: first?.id, archived: true, golden: 0 });
    expect((await ask("PATCH", path, { body: {} })).status).toBe(422);
  }));

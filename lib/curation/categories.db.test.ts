import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listCategories } from "@/db/queries/categories";
import { mirrors, userCategories } from "@/db/schema";
import { createStyle, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { archiveCategory, restoreCategory } from "./archive-category";
import { createCategory } from "./create-category";
import { recolorCategory, renameCategory, setShortcut } from "./edit-category";
import { moveTracks } from "./move-tracks";
import { orderCategories } from "./order-categories";

const now = new Date("2026-11-20T12:00:00Z");

async function someStyle(tx: Db) {
  const user = await createUser(tx);
  const style = await createStyle(tx, { name: "Techno" });
  const create = (name: string, shortcut: string | null = null) =>
    createCategory(tx, { styleSlug: style.slug, userId: user.id, name, color: 3, shortcut });
  const owned = (categoryId: string) => ({ categoryId, userId: user.id });
  const names = async () => {
    const all = await listCategories(tx, { userId: user.id, styleId: style.id });
    return all.map(({ name }) => name);
  };
  return { user, style, create, owned, names };
}

test("a category comes after the others, with a Golden playlist to be made", () =>
  withRollback(async (tx) => {
    const { create, names } = await someStyle(tx);
    const first = await create("Peak Time", "Q");
    await create("Warm-up");
    expect(first.category).toMatchObject({ name: "Peak Time", shortcut: "q", archived: false });
    expect(await names()).toEqual(["Peak Time", "Warm-up", "Trash"]);
    const [golden] = await tx.select().from(mirrors).orderBy(asc(mirrors.createdAt)).limit(1);
    expect(golden).toMatchObject({
      id: first.mirrorIds[0],
      kind: "golden",
      categoryId: first.category.id,
      name: "Peak Time · Techno",
    });
  }));

test.each([
  ["the same name", "peak time", null, "CONFLICT", "There is a category called Peak Time already."],
  ["Trash's name", "TRASH", null, "CONFLICT", "There is a category called Trash already."],
  ["a taken key", "Closing", "q", "CONFLICT", "Peak Time has that key already."],
  ["Trash's key", "Closing", "0", "INVALID", "The board uses that key itself."],
  ["a key of the board", "Closing", "J", "INVALID", "The board uses that key itself."],
  [
    "a key that types nothing",
    "Closing",
    "F1",
    "INVALID",
    "Choose a key that types one character.",
  ],
])("refuses %s in words", (_title, name, shortcut, code, message) =>
  withRollback(async (tx) => {
    const { create, names } = await someStyle(tx);
    await create("Peak Time", "q");
    await expect(create(name, shortcut)).rejects.toMatchObject({ code, message });
    expect(await names()).toEqual(["Peak Time", "Trash"]);
  }),
);

test("names and keys are free in another style, and for another DJ", () =>
  withRollback(async (tx) => {
    const one = await someStyle(tx);
    await one.create("Peak Time", "q");
    const other = await someStyle(tx);
    await expect(other.create("Peak Time", "q")).resolves.toMatchObject({
      category: { shortcut: "q" },
    });
  }));

test("a rename reaches the Golden playlist and the Silver ones of open weeks", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const categoryId = week.categories[0]?.id ?? "";
    await moveTracks(tx, {
      periodId: week.period.id,
      userId: week.user.id,
      trackIds: week.tracks.map(({ id }) => id),
      categoryId,
      idempotencyKey: crypto.randomUUID(),
    });
    await tx
      .insert(mirrors)
      .values({ userId: week.user.id, kind: "golden", categoryId, name: "Warm-up · x" });
    const owned = { categoryId, userId: week.user.id };
    const { category, mirrorIds } = await renameCategory(tx, { ...owned, name: "Opening" });
    expect(category.name).toBe("Opening");
    const rows = await tx.select().from(mirrors);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([
      `Opening · ${week.style.name}`,
      `${week.style.name} 2026-W46 · Opening`,
    ]);
    expect(mirrorIds).toHaveLength(2);
    expect((await renameCategory(tx, { ...owned, name: "Opening" })).mirrorIds).toEqual([]);
  }));

test("an archived category keeps its name and gives its key away", () =>
  withRollback(async (tx) => {
    const { create, owned } = await someStyle(tx);
    const { category } = await create("Peak Time", "q");
    await archiveCategory(tx, { ...owned(category.id), now });
    await expect(create("Peak Time")).rejects.toMatchObject({
      message: "Peak Time is archived. Restore it or choose another name.",
    });
    await create("Closing", "q");
    expect(await restoreCategory(tx, owned(category.id))).toMatchObject({
      archived: false,
      shortcut: null,
    });
  }));

test("archived twice is archived once, and comes back with its key", () =>
  withRollback(async (tx) => {
    const { create, owned } = await someStyle(tx);
    const { category } = await create("Peak Time", "q");
    await archiveCategory(tx, { ...owned(category.id), now });
    await archiveCategory(tx, { ...owned(category.id), now: new Date(now.getTime() + 1000) });
    const [row] = await tx.select().from(userCategories).where(eq(userCategories.id, category.id));
    expect(row?.archivedAt).toEqual(now);
    expect(await restoreCategory(tx, owned(category.id))).toMatchObject({ shortcut: "q" });
  }));

test("colours and keys change, and a key can be taken away", () =>
  withRollback(async (tx) => {
    const { create, owned } = await someStyle(tx);
    const { category } = await create("Peak Time", "q");
    expect(await recolorCategory(tx, { ...owned(category.id), color: 9 })).toMatchObject({
      color: 9,
    });
    const keyed = (shortcut: string | null) => setShortcut(tx, { ...owned(category.id), shortcut });
    expect(await keyed("q")).toMatchObject({ shortcut: "q" });
    expect(await keyed("W")).toMatchObject({ shortcut: "w" });
    expect(await keyed(null)).toMatchObject({ shortcut: null });
  }));

test("the order is the one given, what is not named follows", () =>
  withRollback(async (tx) => {
    const { create, user, style, names } = await someStyle(tx);
    const ids = [];
    for (const name of ["A", "B", "C"]) ids.push((await create(name)).category.id);
    const order = (categoryIds: string[], userId = user.id) =>
      orderCategories(tx, { styleSlug: style.slug, categoryIds, userId });
    await order([ids[2] ?? "", ids[0] ?? ""]);
    expect(await names()).toEqual(["C", "A", "B", "Trash"]);
    await order([]);
    expect(await names()).toEqual(["C", "A", "B", "Trash"]);
    const stranger = await createUser(tx);
    await expect(order(ids, stranger.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }));

test("Trash stays as it is, and another DJ's category is not found", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx);
    const stranger = await createUser(tx);
    const changes = [
      (owned: { categoryId: string; userId: string }) =>
        renameCategory(tx, { ...owned, name: "Bin" }),
      (owned: { categoryId: string; userId: string }) =>
        recolorCategory(tx, { ...owned, color: 2 }),
      (owned: { categoryId: string; userId: string }) =>
        setShortcut(tx, { ...owned, shortcut: "q" }),
      (owned: { categoryId: string; userId: string }) => archiveCategory(tx, { ...owned, now }),
      (owned: { categoryId: string; userId: string }) => restoreCategory(tx, owned),
    ];
    for (const change of changes) {
      await expect(
        change({ categoryId: week.trash.id, userId: week.user.id }),
      ).rejects.toMatchObject({ code: "CONFLICT", message: "Trash stays as it is." });
      await expect(
        change({ categoryId: week.categories[0]?.id ?? "", userId: stranger.id }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  }));

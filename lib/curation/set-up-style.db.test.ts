import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCategories } from "@/db/queries/categories";
import { listUserStyles } from "@/db/queries/user-styles";
import { collections, mirrors } from "@/db/schema";
import { createStyle, createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { orderStyles, unfollowStyle } from "./follow-style";
import { setUpStyle } from "./set-up-style";
import { starterCategories } from "./starter-categories";

const now = new Date("2026-11-21T12:00:00Z");

test("one call follows the style, makes its categories and playlists and starts the newest week", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx, { slug: "techno-raw" });
    const args = {
      styleSlug: style.slug,
      categories: starterCategories(style.slug),
      startWeek: true,
      userId: user.id,
      now,
    };
    const done = await setUpStyle(tx, args);
    const [collection] = await tx.select().from(collections);
    expect(done).toMatchObject({
      href: "/curate/techno-raw/2026-W47",
      collectionId: collection?.id,
    });
    expect(await listUserStyles(tx, { userId: user.id })).toMatchObject([{ slug: "techno-raw" }]);
    const names = async () =>
      (await listCategories(tx, { userId: user.id, styleId: style.id })).map(({ name }) => name);
    expect(await names()).toEqual(["Warm-up", "Peak Time", "Closing", "Tools", "Trash"]);
    const golden = await tx.select().from(mirrors).where(eq(mirrors.kind, "golden"));
    expect(golden.map(({ id }) => id).toSorted()).toEqual(done.mirrorIds.toSorted());

    const again = await setUpStyle(tx, { ...args, startWeek: false });
    expect(again).toEqual({ href: "/styles/techno-raw", mirrorIds: [], collectionId: null });
    expect(await names()).toHaveLength(5);
  }));

test("a taken key refuses the whole set-up", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx);
    const categories = ["A", "B"].map((name) => ({ name, color: 1, shortcut: "1" }));
    await expect(
      setUpStyle(tx, {
        styleSlug: style.slug,
        categories,
        startWeek: false,
        userId: user.id,
        now,
      }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: "A has that key already." });
    expect(await listUserStyles(tx, { userId: user.id })).toEqual([]);
  }));

test("styles are ordered and left, each DJ's own rail", () =>
  withRollback(async (tx) => {
    const [user, stranger] = [await createUser(tx), await createUser(tx)];
    const slugs: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { slug } = await createStyle(tx);
      slugs.push(slug);
      const base = { styleSlug: slug, categories: [], startWeek: false, now };
      await setUpStyle(tx, { ...base, userId: user.id });
      await setUpStyle(tx, { ...base, userId: stranger.id });
    }
    const rail = async (userId: string) =>
      (await listUserStyles(tx, { userId })).map(({ slug }) => slug);
    await orderStyles(tx, { styleSlugs: slugs.toReversed(), userId: user.id });
    await unfollowStyle(tx, { styleSlug: slugs[1] ?? "", userId: user.id });
    await unfollowStyle(tx, { styleSlug: slugs[1] ?? "", userId: user.id });
    expect(await rail(user.id)).toEqual([slugs[2], slugs[0]]);
    expect(await rail(stranger.id)).toEqual(slugs);
    await expect(orderStyles(tx, { styleSlugs: slugs, userId: user.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(unfollowStyle(tx, { styleSlug: "none", userId: user.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }));

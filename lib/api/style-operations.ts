import { z } from "zod";
import type { Db } from "@/db/handle";
import { listStylesOf } from "@/db/queries/user-styles";
import { archiveCategory, restoreCategory } from "@/lib/curation/archive-category";
import { createCategory } from "@/lib/curation/create-category";
import {
  type OwnedCategory,
  recolorCategory,
  renameCategory,
  setShortcut,
} from "@/lib/curation/edit-category";
import { orderCategories } from "@/lib/curation/order-categories";
import { readStyleSetup } from "@/lib/curation/read-style";
import { newCategory, orderCategoriesInput } from "@/lib/curation/schema";
import { AppError } from "@/lib/errors";
import { component } from "./component";
import { operation } from "./operation";
import { category, ofId, ofStyle, styleSlug } from "./shared-schemas";

const style = component(
  "Style",
  z.object({
    id: z.uuid(),
    slug: styleSlug,
    name: z.string(),
    followed: z.boolean(),
    position: z.number().int().nullable().describe("Place in the rail; null when not followed."),
    categories: z.number().int().describe("Trash and archived ones left out."),
    golden: z.number().int().describe("Tracks in the Golden playlists of its categories."),
  }),
);

const categoryList = component("CategoryList", z.object({ items: z.array(category) }));

const listStyles = operation({
  id: "listStyles",
  method: "GET",
  path: "/styles",
  summary: "All styles, by name",
  scope: "styles:read",
  answer: component("StyleList", z.object({ items: z.array(style) })),
  run: async ({ db, user }) => ({ items: await listStylesOf(db, { userId: user.id }) }),
});

const listCategories = operation({
  id: "listCategories",
  method: "GET",
  path: "/styles/{slug}/categories",
  summary: "My categories of a style: live ones in order, Trash, archived ones",
  scope: "styles:read",
  params: ofStyle,
  answer: component(
    "GoldenCategoryList",
    z.object({
      items: z.array(
        component(
          "GoldenCategory",
          category.extend({ golden: z.number().int().describe("Tracks in its Golden playlist.") }),
        ),
      ),
    }),
  ),
  run: async ({ db, user, params }) => {
    const setup = await readStyleSetup(db, { styleSlug: params.slug, userId: user.id });
    if (!setup) throw new AppError("NOT_FOUND", "There is no such style.");
    return { items: setup.categories };
  },
});

const addCategory = operation({
  id: "createCategory",
  method: "POST",
  path: "/styles/{slug}/categories",
  summary: "Make a category and its Golden playlist",
  scope: "styles:write",
  params: ofStyle,
  body: newCategory.partial({ shortcut: true }),
  answer: category,
  status: 201,
  run: async ({ db, user, params, body, followUp }) => {
    const { shortcut = null, ...wanted } = body;
    const made = await createCategory(db, {
      ...wanted,
      shortcut,
      styleSlug: params.slug,
      userId: user.id,
    });
    followUp(made);
    return made.category;
  },
});

const sortCategories = operation({
  id: "orderCategories",
  method: "PUT",
  path: "/styles/{slug}/categories/order",
  summary: "Put categories into an order; ones that are not named follow as they were",
  scope: "styles:write",
  params: ofStyle,
  body: orderCategoriesInput.pick({ categoryIds: true }),
  answer: categoryList,
  run: async ({ db, user, params, body }) => ({
    items: await orderCategories(db, { ...body, styleSlug: params.slug, userId: user.id }),
  }),
});

const changes = newCategory
  .extend({ archived: z.boolean() })
  .partial()
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: "Name at least one change.",
  });
type Changes = z.infer<typeof changes>;

const changeCategory = operation({
  id: "changeCategory",
  method: "PATCH",
  path: "/categories/{id}",
  summary: "Rename a category, give it another colour or key, archive it or bring it back",
  scope: "styles:write",
  params: ofId,
  body: changes,
  answer: category,
  run: async ({ db, user, params, body, now, followUp }) => {
    const owned = { categoryId: params.id, userId: user.id };
    const { changed, mirrorIds } = await db.transaction((tx) => apply(tx, owned, body, now));
    followUp({ mirrorIds });
    return changed;
  },
});

/** All of the changes or none; a category comes back before it is changed and leaves after. */
async function apply(tx: Db, owned: OwnedCategory, body: Changes, now: Date) {
  const { name, color, shortcut, archived } = body;
  const mirrorIds: string[] = [];
  const made = [];
  if (archived === false) made.push(await restoreCategory(tx, owned));
  if (name !== undefined) {
    const renamed = await renameCategory(tx, { ...owned, name });
    mirrorIds.push(...renamed.mirrorIds);
    made.push(renamed.category);
  }
  if (color !== undefined) made.push(await recolorCategory(tx, { ...owned, color }));
  if (shortcut !== undefined) made.push(await setShortcut(tx, { ...owned, shortcut }));
  if (archived) made.push(await archiveCategory(tx, { ...owned, now }));
  const changed = made.at(-1);
  if (!changed) throw new Error("a change of a category changed nothing");
  return { changed, mirrorIds };
}

export const styleOperations = [
  listStyles,
  listCategories,
  addCategory,
  sortCategories,
  changeCategory,
];

"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/action";
import {
  archiveCategoryAction,
  createCategoryAction,
  orderCategoriesAction,
  recolorCategoryAction,
  renameCategoryAction,
  restoreCategoryAction,
  setShortcutAction,
} from "@/lib/curation/actions";
import type { NewCategory } from "@/lib/curation/schema";
import type { StyleSetup } from "@/lib/curation/style-view";
import { type CategoryChange, changeCategories, unsavedId } from "./change-categories";

/** Where something went wrong: a category's id, or `list` for the list as a whole. */
export type Problem = { at: string; message: string };

/** The categories of a style as they will be; a refusal takes the change back and says why. */
export function useCategories({ style, categories: stored }: StyleSetup) {
  const router = useRouter();
  const [categories, show] = useOptimistic(stored, changeCategories);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, startTransition] = useTransition();

  const change = (next: CategoryChange, send: () => Promise<ActionResult<unknown>>) => {
    setProblem(null);
    startTransition(async () => {
      show(next);
      const result = await send();
      startTransition(() => {
        if (result.ok) router.refresh();
        else setProblem({ at: next.kind === "edit" ? next.id : "list", message: result.message });
      });
    });
  };
  const edit = (
    id: string,
    values: Extract<CategoryChange, { kind: "edit" }>["values"],
    send: () => Promise<ActionResult<unknown>>,
  ) => change({ kind: "edit", id, values }, send);

  return {
    active: categories.filter(({ archived, isTrash }) => !archived && !isTrash),
    trash: categories.filter(({ isTrash }) => isTrash),
    archived: categories.filter(({ archived }) => archived),
    problem,
    rename: (categoryId: string, name: string) =>
      edit(categoryId, { name }, () => renameCategoryAction({ categoryId, name })),
    recolor: (categoryId: string, color: number) =>
      edit(categoryId, { color }, () => recolorCategoryAction({ categoryId, color })),
    setShortcut: (categoryId: string, shortcut: string | null) =>
      edit(categoryId, { shortcut }, () => setShortcutAction({ categoryId, shortcut })),
    archive: (categoryId: string) =>
      edit(categoryId, { archived: true }, () => archiveCategoryAction({ categoryId })),
    restore: (categoryId: string) =>
      edit(categoryId, { archived: false }, () => restoreCategoryAction({ categoryId })),
    order: (ids: string[]) =>
      change({ kind: "order", ids }, () =>
        orderCategoriesAction({ styleSlug: style.slug, categoryIds: ids }),
      ),
    add: (category: NewCategory) =>
      change(
        {
          kind: "add",
          category: {
            ...category,
            id: unsavedId(category.name),
            position: categories.length,
            isTrash: false,
            archived: false,
            golden: 0,
            mirror: null,
          },
        },
        () => createCategoryAction({ ...category, styleSlug: style.slug }),
      ),
  };
}

export type Categories = ReturnType<typeof useCategories>;

"use client";

import clsx from "clsx";
import { ReorderNews } from "@/components/ui/reorder-controls";
import { useReorder } from "@/components/ui/use-reorder";
import type { StyleSetup } from "@/lib/curation/style-view";
import { ArchivedCategories } from "./archived-categories";
import { categoryGrid } from "./category-grid";
import { CategoryRow } from "./category-row";
import { NewCategoryForm } from "./new-category-form";
import { TrashRow } from "./trash-row";
import { useCategories } from "./use-categories";

export function CategoryList({ setup }: { setup: StyleSetup }) {
  const categories = useCategories(setup);
  const { active, trash, archived, problem } = categories;
  const reorder = useReorder(
    active.map(({ id }) => id),
    categories.order,
  );
  return (
    <>
      <div
        aria-hidden="true"
        className={clsx(categoryGrid, "pb-1.5 text-2xs text-ink-3 max-md:hidden")}
      >
        <span className="col-start-3 px-[7px]">Category</span>
        <span className="text-center">Key</span>
        <span>Golden playlist</span>
      </div>
      <ul aria-label="Categories" className="border-t">
        {active.map((category) => (
          <CategoryRow
            key={category.id}
            category={category}
            others={[...active, ...trash].filter(({ id }) => id !== category.id)}
            categories={categories}
            reorder={reorder}
          />
        ))}
        {trash.map((category) => (
          <TrashRow key={category.id} category={category} />
        ))}
      </ul>
      <ReorderNews
        reorder={reorder}
        nameOf={(id) => active.find((category) => category.id === id)?.name}
      />
      <NewCategoryForm
        taken={[...active, ...archived, ...trash]}
        problem={problem?.at === "list" ? problem.message : null}
        onAdd={categories.add}
      />
      <ArchivedCategories archived={archived} problem={problem} onRestore={categories.restore} />
    </>
  );
}

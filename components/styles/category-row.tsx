"use client";

import clsx from "clsx";
import { Archive } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MirrorState } from "@/components/ui/mirror-state";
import { ReorderButtons, ReorderHandle } from "@/components/ui/reorder-controls";
import type { useReorder } from "@/components/ui/use-reorder";
import type { CategoryView } from "@/lib/curation/style-view";
import { categoryGrid } from "./category-grid";
import { isUnsaved } from "./change-categories";
import { ColorPicker } from "./color-picker";
import { KeyCapture } from "./key-capture";
import { NameField } from "./name-field";
import type { Categories } from "./use-categories";

type Props = {
  category: CategoryView;
  others: readonly CategoryView[];
  categories: Categories;
  reorder: ReturnType<typeof useReorder>;
};

export function CategoryRow({ category, others, categories, reorder }: Props) {
  const { id, name, color, shortcut, golden, mirror } = category;
  const { problem } = categories;
  return (
    <li
      style={{ "--k": `var(--c${color})` }}
      inert={isUnsaved(category)}
      {...reorder.rowProps(id)}
      className={clsx(
        "border-b py-1.5 inert:opacity-60",
        reorder.target === id && "shadow-[inset_0_2px_0_var(--focus)]",
      )}
    >
      <div className={categoryGrid}>
        <ReorderHandle id={id} name={name} reorder={reorder} />
        <ColorPicker
          category={name}
          color={color}
          onChoose={(next) => categories.recolor(id, next)}
        />
        <NameField
          name={name}
          label={`Name of ${name}`}
          onRename={(next) => categories.rename(id, next)}
        />
        <KeyCapture
          category={name}
          shortcut={shortcut}
          others={others}
          onChoose={(next) => categories.setShortcut(id, next)}
        />
        <div className="flex min-w-0 items-center justify-between gap-3 text-xs text-ink-3 max-md:order-last max-md:col-span-4 max-md:col-start-2 max-md:px-[7px]">
          {mirror && <MirrorState mirror={mirror} />}
          <span className="ml-auto shrink-0 tabular-nums">{golden} gold</span>
        </div>
        <span className="flex items-center justify-end">
          <ReorderButtons id={id} name={name} reorder={reorder} />
          <Button
            look="quiet"
            size="icon-sm"
            aria-label={`Archive ${name}`}
            title="Archive"
            onClick={() => categories.archive(id)}
          >
            <Archive aria-hidden="true" />
          </Button>
        </span>
      </div>
      {problem?.at === id && (
        <p role="alert" className="pt-1 pl-16 text-xs text-danger">
          {problem.message}
        </p>
      )}
    </li>
  );
}

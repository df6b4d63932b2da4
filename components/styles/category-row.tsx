"use client";

import clsx from "clsx";
import { Archive } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MirrorState } from "@/components/ui/mirror-state";
import { ReorderButtons, ReorderHandle } from "@/components/ui/reorder-controls";
import type { useReorder } from "@/components/ui/use-reorder";
import type { CategoryView } from "@/lib/curation/style-view";
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
      {...reorder.rowProps(id)}
      className={clsx(
        "border-b py-1.5",
        reorder.target === id && "shadow-[inset_0_2px_0_var(--focus)]",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ReorderHandle id={id} name={name} reorder={reorder} />
        <ColorPicker
          category={name}
          color={color}
          onChoose={(next) => categories.recolor(id, next)}
        />
        <div className="min-w-36 flex-1">
          <NameField
            name={name}
            label={`Name of ${name}`}
            onRename={(next) => categories.rename(id, next)}
          />
        </div>
        <KeyCapture
          category={name}
          shortcut={shortcut}
          others={others}
          onChoose={(next) => categories.setShortcut(id, next)}
        />
        <div className="order-last flex w-full min-w-0 items-center justify-between gap-3 pl-8 md:order-none md:w-80 md:pl-4">
          {mirror && <MirrorState mirror={mirror} />}
          <span className="ml-auto shrink-0 text-xs text-ink-3 tabular-nums">{golden} gold</span>
        </div>
        <span className="flex items-center">
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

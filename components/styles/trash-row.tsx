import clsx from "clsx";
import { Trash2 } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import type { CategoryView } from "@/lib/curation/style-view";
import { categoryGrid } from "./category-grid";

/** Trash is always there and keeps its key. */
export function TrashRow({ category }: { category: CategoryView }) {
  return (
    <li
      style={{ "--k": "var(--c0)" }}
      className={clsx(categoryGrid, "h-[41px] border-b text-ink-2 max-md:h-auto max-md:py-2")}
    >
      <Trash2 aria-hidden="true" className="col-start-2 justify-self-center" />
      <span className="truncate px-[7px]">{category.name}</span>
      <span className="justify-self-center">
        {category.shortcut && <Kbd look="colored">{category.shortcut}</Kbd>}
      </span>
      <span className="text-xs text-ink-3 max-md:col-span-4 max-md:col-start-2 max-md:px-[7px]">
        Always there, with no playlist on Spotify
      </span>
    </li>
  );
}

import { Trash2 } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import type { CategoryView } from "@/lib/curation/style-view";

/** Trash is always there and keeps its key. */
export function TrashRow({ category }: { category: CategoryView }) {
  return (
    <li
      style={{ "--k": "var(--c0)" }}
      className="flex items-center gap-2 border-b py-1.5 text-ink-2"
    >
      <span className="grid size-6 place-items-center pl-0 md:ml-8">
        <Trash2 aria-hidden="true" />
      </span>
      <span className="min-w-36 flex-1 px-1.5">{category.name}</span>
      <span className="flex h-7 min-w-7 items-center justify-center px-1">
        {category.shortcut && <Kbd look="colored">{category.shortcut}</Kbd>}
      </span>
      <span className="text-xs text-ink-3 md:w-104 md:pl-4">
        Always there; it has no playlist on Spotify
      </span>
    </li>
  );
}

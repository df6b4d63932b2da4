"use client";

import { ArchiveRestore } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { CategoryView } from "@/lib/curation/style-view";
import type { Problem } from "./use-categories";

type Props = {
  archived: readonly CategoryView[];
  problem: Problem | null;
  onRestore: (id: string) => void;
};

export function ArchivedCategories({ archived, problem, onRestore }: Props) {
  if (archived.length === 0) return null;
  return (
    <section className="pt-6">
      <h2 className="pb-1 text-xs font-medium text-ink-3">Archived</h2>
      <p className="pb-2 text-xs text-ink-3">
        Off the board. Their Golden playlists stay on Spotify as they are.
      </p>
      <ul className="border-t">
        {archived.map(({ id, name, color, golden }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2.5 border-b py-1.5 text-ink-2">
            <span
              aria-hidden="true"
              className="ml-1 size-3.5 rounded-sm opacity-60"
              style={{ background: `var(--c${color})` }}
            />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="text-xs text-ink-3 tabular-nums">{golden} gold</span>
            <Button look="quiet" size="sm" onClick={() => onRestore(id)}>
              <ArchiveRestore aria-hidden="true" />
              Restore
              <span className="sr-only">{name}</span>
            </Button>
            {problem?.at === id && (
              <p role="alert" className="w-full text-xs text-danger">
                {problem.message}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

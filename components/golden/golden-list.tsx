"use client";

import clsx from "clsx";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import type { GoldenCategory } from "@/lib/curation/golden";

type Props = { categories: readonly GoldenCategory[] };

/** All my Golden playlists by style; on a phone it makes room once one is open. */
export function GoldenList({ categories }: Props) {
  const opened = useSelectedLayoutSegment();
  const shown = opened ?? categories[0]?.id;
  const styles = [...new Map(categories.map((c) => [c.styleSlug, c.styleName]))];
  return (
    <nav
      aria-label="Golden playlists"
      className={clsx(
        "min-h-0 overflow-y-auto border-r px-3 py-4 phone:border-r-0 phone:px-2",
        opened && "phone:hidden",
      )}
    >
      {styles.map(([slug, name]) => (
        <section key={slug} aria-label={name} className="pb-4">
          <h2 className="truncate px-2 pb-1 text-2xs font-medium text-ink-3" title={name}>
            {name}
          </h2>
          <ul>
            {categories
              .filter(({ styleSlug }) => styleSlug === slug)
              .map((category) => (
                <li key={category.id}>
                  <Link
                    href={`/golden/${category.id}`}
                    aria-current={category.id === opened ? "page" : undefined}
                    className={clsx(
                      "flex h-8 items-center gap-2.5 rounded-md px-2 hover:bg-hover hover:text-ink phone:h-11",
                      category.id === shown
                        ? "bg-raised text-ink phone:bg-transparent"
                        : "text-ink-2",
                    )}
                  >
                    <span
                      aria-hidden="true"
                      className="size-2.5 shrink-0 rounded-[3px]"
                      style={{ background: `var(--c${category.color})` }}
                    />
                    <span className="min-w-0 flex-1 truncate">{category.name}</span>
                    {category.archived && <span className="text-2xs text-ink-3">archived</span>}
                    <span className="text-ink-3 tabular-nums">{category.tracks}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

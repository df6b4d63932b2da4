"use client";

import clsx from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ReorderButtons, ReorderHandle, ReorderNews } from "@/components/ui/reorder-controls";
import { useReorder } from "@/components/ui/use-reorder";
import type { ActionResult } from "@/lib/action";
import { orderStylesAction, unfollowStyleAction } from "@/lib/curation/actions";
import type { StyleView } from "@/lib/curation/style-view";

type Props = {
  /** The followed ones, in the order of the rail. */
  styles: readonly StyleView[];
};

export function MyStyles({ styles: stored }: Props) {
  const router = useRouter();
  const [slugs, showSlugs] = useOptimistic(stored.map(({ slug }) => slug));
  const [problem, setProblem] = useState<string | null>(null);
  const [, startTransition] = useTransition();

  const change = (next: string[], send: () => Promise<ActionResult<unknown>>) => {
    setProblem(null);
    startTransition(async () => {
      showSlugs(next);
      const result = await send();
      startTransition(() => {
        if (result.ok) router.refresh();
        else setProblem(result.message);
      });
    });
  };
  const reorder = useReorder(slugs, (next) =>
    change(next, () => orderStylesAction({ styleSlugs: next })),
  );
  const unfollow = (styleSlug: string) =>
    change(
      slugs.filter((slug) => slug !== styleSlug),
      () => unfollowStyleAction({ styleSlug }),
    );

  const styles = slugs.flatMap((slug) => stored.filter((style) => style.slug === slug));
  return (
    <>
      <ul aria-label="My styles" className="border-t">
        {styles.map(({ slug, name, categories, golden }) => (
          <li
            key={slug}
            {...reorder.rowProps(slug)}
            className={clsx(
              "flex flex-wrap items-center gap-x-2 border-b py-1",
              reorder.target === slug && "shadow-[inset_0_2px_0_var(--focus)]",
            )}
          >
            <ReorderHandle id={slug} name={name} reorder={reorder} />
            <Link
              href={`/styles/${slug}`}
              className="min-w-0 flex-1 truncate rounded-sm px-1.5 py-1 font-medium underline-offset-3 hover:underline"
            >
              {name}
            </Link>
            <span className="order-last w-full pl-9 text-xs text-ink-3 tabular-nums md:order-none md:w-auto">
              {categories} {categories === 1 ? "category" : "categories"} · {golden} gold
            </span>
            <span className="flex items-center gap-1">
              <ReorderButtons id={slug} name={name} reorder={reorder} />
              <Button look="quiet" size="sm" onClick={() => unfollow(slug)}>
                Unfollow
                <span className="sr-only">{name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <ReorderNews
        reorder={reorder}
        nameOf={(slug) => styles.find((style) => style.slug === slug)?.name}
      />
      {problem && (
        <p role="alert" className="pt-2 text-xs text-danger">
          {problem}
        </p>
      )}
    </>
  );
}

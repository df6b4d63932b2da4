"use client";

import { LocalTime } from "@/components/ui/local-time";
import { Spinner } from "@/components/ui/spinner";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import type { ErasureView } from "@/lib/connections/loaders";
import { providerName } from "@/lib/connections/provider";
import { ErasureCounts } from "./erasure-counts";

const count = new Intl.NumberFormat("en");
const AGAIN_MS = 1500;

const sumOf = (counts: ErasureView["counts"], side: "before" | "after") =>
  counts.reduce((sum, row) => sum + row[side], 0);

/** What was erased, each with its proof; under way until the background is through. */
export function Erasures({ erasures }: { erasures: readonly ErasureView[] }) {
  const underWay = erasures.some(({ finishedAt }) => finishedAt === null);
  useRefreshEvery(underWay ? AGAIN_MS : null);
  return (
    <ul className="flex flex-col gap-3" aria-live="polite">
      {erasures.map((erasure) => (
        <li key={erasure.id} className="border-t pt-3 first:border-t-0 first:pt-0">
          <Erasure erasure={erasure} />
        </li>
      ))}
    </ul>
  );
}

function Erasure({ erasure }: { erasure: ErasureView }) {
  const { provider, finishedAt, counts } = erasure;
  if (!finishedAt) {
    return (
      <p className="flex items-center gap-2">
        <Spinner />
        Clouder has no access any more. Erasing what it knew…
      </p>
    );
  }
  return (
    <>
      <p>
        <span className="font-medium">
          {provider ? `${providerName(provider)} erased` : "Erased"}
        </span>
        , <LocalTime iso={finishedAt} show="moment" />: {count.format(sumOf(counts, "before"))} rows
        before, {count.format(sumOf(counts, "after"))} after.
      </p>
      <details className="pt-1.5">
        <summary className="w-fit cursor-pointer rounded-sm py-1 text-xs text-ink-2 underline-offset-3 hover:underline">
          Table by table
        </summary>
        <ErasureCounts counts={counts} />
      </details>
    </>
  );
}

"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { Provider } from "@/lib/connections/provider";
import { kindWords } from "@/lib/sources/source-name";
import type { SourceView } from "@/lib/sources/source-view";
import { narrowOnly, sourceColumns, wideOnly } from "./source-columns";
import { canAsk, canFetch, isFetched } from "./source-readiness";
import { SourceState } from "./source-state";
import { askedWords, countWords, trackWords } from "./source-words";

type Props = {
  source: SourceView;
  enrichers: readonly Provider[];
  index: number;
  isFocused: boolean;
  isChosen: boolean;
  onChoose: (source: SourceView) => void;
  onFetch: (source: SourceView) => void;
  onAsk: (source: SourceView) => void;
  onRemove: (source: SourceView) => void;
};

/** A list: what it is, how far it is, and what can be done with it. */
export function SourceRow(props: Props) {
  const { source, enrichers, index, isFocused, isChosen } = props;
  const { name, stored, isOffered } = source;
  const stop = isFocused ? 0 : -1;
  const total = stored?.total ?? null;
  return (
    <tr
      data-index={index}
      data-focused={isFocused}
      aria-selected={isChosen}
      tabIndex={stop}
      className={clsx(
        sourceColumns,
        "relative mx-2 min-h-11 cursor-default scroll-mt-9 rounded-md py-1 outline-none phone:mx-0",
        "before:absolute before:inset-x-3 before:top-0 before:h-px before:bg-line",
        isFocused
          ? "z-1 bg-raised inset-ring-[1.5px] inset-ring-line-strong before:hidden focus:inset-ring-focus"
          : "hover:bg-hover",
      )}
    >
      <td className="grid size-6 place-items-center">
        <input
          type="checkbox"
          aria-label={`Choose ${name}`}
          checked={isChosen}
          tabIndex={stop}
          disabled={!isOffered && !stored}
          onChange={() => props.onChoose(source)}
          className="size-4 accent-ink"
        />
      </td>
      <td className="min-w-0">
        <span className="block truncate" title={name}>
          {stored && isFetched(source) ? (
            <Link
              href={`/rules/sources/tracks?of=${stored.id}`}
              prefetch={false}
              tabIndex={stop}
              className="rounded-sm underline-offset-3 hover:underline"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        <span className="block truncate text-xs text-ink-3">
          {kindWords(source)}
          {total !== null && <span className={narrowOnly}> · {trackWords(total)}</span>}
        </span>
        <div className={narrowOnly}>
          <SourceState source={source} />
        </div>
      </td>
      <td className={`text-right text-ink-2 tabular-nums ${wideOnly}`}>
        {total !== null && countWords.format(total)}
      </td>
      <td className={`min-w-0 ${wideOnly}`}>
        <SourceState source={source} />
      </td>
      <td className="flex justify-end gap-1.5 @max-[46rem]:flex-col-reverse">
        {enrichers.length > 0 && isFetched(source) && (
          <Button
            size="sm"
            look="quiet"
            tabIndex={stop}
            disabled={!canAsk(source, enrichers)}
            title={`Ask ${askedWords(enrichers)} what is known of its tracks`}
            onClick={() => props.onAsk(source)}
          >
            Ask {enrichers.length === 1 ? askedWords(enrichers) : "others"}
            <span className="sr-only"> about {name}</span>
          </Button>
        )}
        <div className="flex items-center justify-end gap-1.5">
          {isOffered && (
            <Button
              size="sm"
              tabIndex={stop}
              disabled={!canFetch(source)}
              onClick={() => props.onFetch(source)}
            >
              Fetch<span className="sr-only"> {name}</span>
            </Button>
          )}
          {stored && (
            <Button
              size="icon-sm"
              look="quiet"
              tabIndex={stop}
              aria-label={`Remove ${name}`}
              title="Remove the source"
              onClick={() => props.onRemove(source)}
            >
              <X aria-hidden="true" />
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

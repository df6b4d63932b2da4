"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { providerName } from "@/lib/connections/provider";
import type { RunView, SyncView } from "@/lib/library/library-view";
import { syncQuery } from "./library-query";
import { SyncNow } from "./sync-now";
import { SyncPart } from "./sync-part";
import {
  isOpenSync,
  runTook,
  statusDots,
  statusWords,
  syncState,
  triggerWords,
} from "./sync-words";

type Props = {
  first: SyncView;
  /** Where room is short, the details stay folded until they are wanted or something is under way. */
  folds?: boolean;
};

/** How a library is read: part by part, live; when next; and how the last times went. */
export function SyncCard({ first, folds = false }: Props) {
  const { data: sync = first } = useQuery({ ...syncQuery(first.provider), initialData: first });
  const [wanted, setWanted] = useState<boolean | null>(null);
  const titleId = useId();
  const { run, earlier, nextAt } = sync;
  const isOpen = run !== null && isOpenSync(run.status);
  const unfolded = wanted ?? (!run || isOpen || run.status === "failed");

  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={titleId} className="text-xs font-medium text-ink-3">
          Sync
        </h2>
        <p className="flex min-w-0 flex-1 items-center gap-2">
          {run && (
            <span
              aria-hidden="true"
              className={clsx("size-1.5 shrink-0 rounded-full", statusDots[run.status])}
            />
          )}
          <span className="truncate">
            {syncState(sync)}
            {run?.finishedAt && !isOpen && (
              <span className="text-ink-3">
                {" · "}
                <TimeAgo iso={run.finishedAt} />
              </span>
            )}
          </span>
        </p>
        <SyncNow provider={sync.provider} isBusy={isOpen} connected={sync.connected === "active"} />
        {folds && (
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => setWanted(!unfolded)}
            className="flex h-7 items-center gap-1 rounded-md px-1.5 text-xs text-ink-2 hover:bg-hover hover:text-ink xl:hidden"
          >
            Details
            <ChevronDown
              aria-hidden="true"
              className={clsx("size-3.5!", unfolded && "rotate-180")}
            />
          </button>
        )}
      </div>
      <div className={clsx("flex flex-col gap-3", folds && !unfolded && "max-xl:hidden")}>
        {run?.status === "partial" && (
          <Notice>
            Some of it could not be read. What was known of it is kept, and nothing is taken for
            gone.
          </Notice>
        )}
        {run && (
          <ul className="flex flex-col">
            {run.parts.map((part) => (
              <SyncPart key={part.part} part={part} provider={sync.provider} />
            ))}
          </ul>
        )}
        {!run && sync.connected === "active" && (
          <p className="text-ink-2">
            Everything {providerName(sync.provider)} knows of you is read once in full; after that
            only what changes.
          </p>
        )}
        <EarlierRuns run={run} earlier={earlier} />
        {nextAt && !isOpen && (
          <p className="text-xs text-ink-3">
            Read again by itself <LocalTime iso={nextAt} show="moment" />
          </p>
        )}
      </div>
    </section>
  );
}

function EarlierRuns({ run, earlier }: Pick<SyncView, "run" | "earlier">) {
  const ended = [run, ...earlier].filter((one): one is RunView => one?.finishedAt != null);
  if (ended.length === 0) return null;
  return (
    <table className="w-full text-xs">
      <caption className="pb-1 text-left font-medium text-ink-3">Last syncs</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">When</th>
          <th scope="col">How it ended</th>
          <th scope="col">Time it took</th>
        </tr>
      </thead>
      <tbody>
        {ended.map((one) => (
          <tr key={one.id} className="h-6 border-t text-ink-2">
            <td className="pr-2">
              <LocalTime iso={one.createdAt} show="moment" />
              <span className="sr-only"> {triggerWords[one.trigger]}</span>
            </td>
            <td className="pr-2">{statusWords[one.status]}</td>
            <td className="text-right tabular-nums">{runTook(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import clsx from "clsx";
import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { PartView } from "@/lib/library/library-view";
import { partWords } from "@/lib/library/part-words";
import { broughtWords, durationWords, shareRead, statusWords, storedWords } from "./sync-words";

type Props = { part: PartView; provider: PersonalProvider };

/** One part of a sync: how far it is, what it brought, what it waits for or why it is not whole. */
export function SyncPart({ part, provider }: Props) {
  const name = partWords(part.part, provider);
  const brought = broughtWords(part);
  const took = durationWords(part.startedAt, part.finishedAt);
  const isBad = part.status === "failed" || part.status === "partial";
  return (
    <li className="flex flex-col gap-1 border-t py-2 first:border-t-0 first:pt-0">
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="text-xs text-ink-2 tabular-nums">
          {storedWords(part) || statusWords[part.status]}
        </span>
      </div>
      <ProgressBar label={name} share={shareRead(part)} />
      {(brought || took || part.waitingUntil || part.unreadable > 0) && (
        <p className="flex flex-wrap gap-x-2 text-2xs text-ink-3">
          {part.waitingUntil && (
            <span className="text-warning">
              Waits until <LocalTime iso={part.waitingUntil} show="clock" />
            </span>
          )}
          {brought && <span>{brought}</span>}
          {part.unreadable > 0 && <span>{part.unreadable} kept as they came</span>}
          {took && (
            <span className="ml-auto tabular-nums">
              {part.requests} {part.requests === 1 ? "request" : "requests"} · {took}
            </span>
          )}
        </p>
      )}
      {part.problem && (
        <p className={clsx("text-xs", isBad ? "text-danger" : "text-ink-2")}>{part.problem}</p>
      )}
    </li>
  );
}

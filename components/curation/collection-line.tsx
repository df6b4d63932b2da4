"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import { useBoardContext } from "./board-context";
import { isCollecting, partialText } from "./collection-words";
import { useStartWeek } from "./use-start-week";

const LOOK_AGAIN_MS = 5_000;

/** Above a list that is not whole yet; nothing when it is. Sorting goes on meanwhile. */
export function CollectionLine() {
  const { page } = useBoardContext();
  const { start, isStarting, problem } = useStartWeek(page);
  const isRunning = isCollecting(page);
  useRefreshEvery(isRunning ? LOOK_AGAIN_MS : null);
  const { collection } = page;

  if (!collection || collection.status === "complete") return null;
  if (isRunning) {
    return (
      <p role="status" className="flex items-center gap-2 border-b px-5 py-1.5 text-ink-2">
        <Spinner />
        Still collecting: {collection.stored}
        {collection.expected !== null && ` of ${collection.expected}`} tracks. New rows join by
        themselves.
      </p>
    );
  }
  return (
    <div className="border-b px-4 py-2">
      <Notice
        action={
          <Button size="sm" onClick={start} disabled={isStarting}>
            {isStarting && <Spinner />}
            Ask Beatport again
          </Button>
        }
      >
        <p>{problem ?? `This week is incomplete. ${partialText(collection)}`}</p>
      </Notice>
    </div>
  );
}

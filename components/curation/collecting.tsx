"use client";

import { type ReactNode, useEffect } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Spinner } from "@/components/ui/spinner";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";
import { useBoardContext } from "./board-context";
import { collectionWords, isCollecting } from "./collection-words";
import { useStartWeek } from "./use-start-week";
import { useWeekContext } from "./use-week-context";
import { weekCommands } from "./week-commands";

const LOOK_AGAIN_MS = 3_000;

/** A started week without tracks: what is being done about it, or what went wrong and the way out. */
export function Collecting({ jobs }: { jobs: ReactNode }) {
  const { page, scope } = useBoardContext();
  const { start, isStarting, problem } = useStartWeek(page);
  const isRunning = isCollecting(page);
  const { title, text, retry } = collectionWords(page);
  useCommands(scope, weekCommands, useWeekContext(page));
  useEffect(() => scope.current?.focus({ preventScroll: true }), [scope]);
  useRefreshEvery(isRunning ? LOOK_AGAIN_MS : null);

  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5">
      <div className="max-w-xl">
        <Empty
          title={title}
          action={
            retry && (
              <Button onClick={start} disabled={isStarting}>
                {isStarting && <Spinner />}
                Ask Beatport again
              </Button>
            )
          }
        >
          {text}
          {problem && <p className="mt-2 text-danger">{problem}</p>}
        </Empty>
        {isRunning && jobs}
      </div>
    </div>
  );
}

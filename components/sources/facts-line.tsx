"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/time-ago";
import { tell, tellProblem } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import { reclassifyAction, refreshFactsAction } from "@/lib/enrichment/actions";
import type { FactsView } from "@/lib/sources/source-view";
import { JobProgress } from "./source-state";
import { trackWords } from "./source-words";
import { isOpen } from "./sources-query";

/** Of which moment the facts are that rules ask, and the ways to bring them and the labels up to date. */
export function FactsLine({ facts }: { facts: FactsView }) {
  const { asOf, stale, gathering, classifying } = facts;
  const [asking, ask] = useAsking();
  const isGathering = isOpen(gathering);
  const isClassifying = isOpen(classifying);
  return (
    <section
      aria-label="How up to date it is"
      className="flex flex-wrap items-start gap-x-10 gap-y-3 border-b px-5 py-3 phone:px-4"
    >
      <Part
        title={
          <>
            Facts{" "}
            {asOf ? (
              <>
                as of <TimeAgo iso={asOf} />
              </>
            ) : (
              "not gathered yet"
            )}
            {stale > 0 && <span className="text-ink-3">, {trackWords(stale)} to go</span>}
          </>
        }
        words="What rules ask: gathered from your library, your sorting and the catalogue."
        button={
          <Button
            size="sm"
            disabled={asking || isGathering}
            onClick={() => ask(refreshFactsAction, "What changed is looked for in a few seconds.")}
          >
            Bring up to date
          </Button>
        }
      >
        {isGathering && <JobProgress job={gathering} begins="Gathering facts" />}
      </Part>
      <Part
        title="Labels"
        words="Works out energy, mood and fitting categories again; what you said stays."
        button={
          <Button
            size="sm"
            disabled={asking || isClassifying}
            onClick={() => ask(reclassifyAction, "Labels are worked out again.")}
          >
            Reclassify
          </Button>
        }
      >
        {isClassifying && <JobProgress job={classifying} begins="Working out labels" />}
        {classifying?.status === "failed" && (
          <p className="text-xs text-danger">{classifying.message}</p>
        )}
        {classifying?.status === "done" && classifying.finishedAt && (
          <p className="text-xs text-ink-3">
            Done <TimeAgo iso={classifying.finishedAt} />
          </p>
        )}
      </Part>
    </section>
  );
}

type PartProps = {
  title: ReactNode;
  words: string;
  button: ReactNode;
  children: ReactNode;
};

function Part({ title, words, button, children }: PartProps) {
  return (
    <div className="flex min-w-0 flex-1 basis-72 items-start gap-4">
      <div className="min-w-0 flex-1">
        <p>{title}</p>
        <p className="text-xs text-ink-3">{words}</p>
        {children}
      </div>
      {button}
    </div>
  );
}

const tellLost = () =>
  tellProblem("Clouder did not answer. Look whether it was done before you try again.");

function useAsking() {
  const client = useQueryClient();
  const [asking, startAsking] = useTransition();
  const ask = (action: () => Promise<ActionResult<void>>, begun: string) =>
    startAsking(async () => {
      const told = (result: ActionResult<void>) =>
        result.ok ? tell(begun) : tellProblem(result.message);
      await action().then(told, tellLost);
      await client.invalidateQueries({ queryKey: ["sources", "lists"] });
      void client.invalidateQueries({ queryKey: ["jobs"] });
    });
  return [asking, ask] as const;
}

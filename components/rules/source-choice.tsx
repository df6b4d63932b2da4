"use client";

import { X } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TimeAgo } from "@/components/ui/time-ago";
import { tell, tellProblem } from "@/components/ui/toast";
import type { SourceOffer } from "@/lib/rules/rule-set-view";
import { sourceWords } from "@/lib/rules/rule-words";
import { fetchSourcesAction } from "@/lib/sources/actions";
import { tellLost } from "./tell-lost";
import { useListFocus } from "./use-list-focus";

type Props = {
  sources: readonly string[];
  offers: readonly SourceOffer[];
  onChange: (sources: string[]) => void;
};

/** Which lists the rule set draws from: all that is known, or what some sources hold. */
export function SourceChoice({ sources, offers, onChange }: Props) {
  const left = offers.filter(({ id }) => !sources.includes(id));
  const chosen = offers.filter(({ id }) => sources.includes(id));
  const { list, focusAt } = useListFocus<HTMLDivElement>();
  return (
    <div ref={list} className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">Out of</span>
      {sources.length === 0 && <span className="text-ink-3">all your tracks</span>}
      {sources.map((id, index) => {
        const name = sourceWords(id, offers);
        return (
          <span
            key={id}
            className="flex h-7 max-w-96 items-center gap-1.5 rounded-sm bg-raised pl-1.5"
          >
            <span className="truncate" title={name}>
              {name}
            </span>
            <Age source={chosen.find((offer) => offer.id === id)} />
            <button
              type="button"
              aria-label={`Do not draw from ${name}`}
              data-remove
              onClick={() => {
                focusAt(index);
                onChange(sources.filter((other) => other !== id));
              }}
              className="grid size-6 place-items-center text-ink-3 hover:text-ink"
            >
              <X aria-hidden="true" className="size-3!" />
            </button>
          </span>
        );
      })}
      {left.length > 0 && (
        <Select
          aria-label="Draw only from a source, add"
          value=""
          data-add
          onChange={({ target }) => {
            // With the last offer it goes.
            if (left.length === 1) focusAt(sources.length);
            onChange([...sources, target.value]);
          }}
        >
          <option value="">{sources.length === 0 ? "Only those of" : "Or of"}</option>
          {left.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {chosen.length > 0 && <FetchAgain sources={chosen} />}
      {chosen.length < sources.length && (
        <p role="alert" className="w-full text-xs text-danger">
          A source it draws from was removed: choose another, or take it out.
        </p>
      )}
    </div>
  );
}

/** How old what the rules know of a source is. */
function Age({ source }: { source: SourceOffer | undefined }) {
  if (!source) return null;
  return (
    <span className="shrink-0 text-xs text-ink-3">
      {source.asOf ? (
        <>
          read <TimeAgo iso={source.asOf} />
        </>
      ) : (
        "never read"
      )}
    </span>
  );
}

/** A schedule has them fetched by itself; who looks now may want them newer. */
function FetchAgain({ sources }: { sources: readonly SourceOffer[] }) {
  const [asking, startTransition] = useTransition();
  const told = (answer: Awaited<ReturnType<typeof fetchSourcesAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    tell(
      answer.data.begun > 0
        ? "Being fetched. What is new is among your tracks in a few minutes."
        : "That is being fetched already.",
    );
  };
  const ask = () =>
    startTransition(() =>
      fetchSourcesAction({ sources: sources.map(({ wish }) => wish) }).then(told, tellLost),
    );
  return (
    <Button size="sm" look="quiet" disabled={asking} onClick={ask}>
      Fetch again
    </Button>
  );
}

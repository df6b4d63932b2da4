"use client";

import { X } from "lucide-react";
import { Select } from "@/components/ui/select";
import type { SourceOffer } from "@/lib/rules/rule-set-view";
import { sourceWords } from "@/lib/rules/rule-words";
import { useListFocus } from "./use-list-focus";

type Props = {
  sources: readonly string[];
  offers: readonly SourceOffer[];
  onChange: (sources: string[]) => void;
};

/** Which lists the rule set draws from: all that is known, or what some sources hold. */
export function SourceChoice({ sources, offers, onChange }: Props) {
  const left = offers.filter(({ id }) => !sources.includes(id));
  const { list, focusAt } = useListFocus<HTMLDivElement>();
  return (
    <div ref={list} className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">Out of</span>
      {sources.length === 0 && <span className="text-ink-3">all your tracks</span>}
      {sources.map((id, index) => {
        const name = sourceWords(id, offers);
        return (
          <span key={id} className="flex h-7 max-w-72 items-center rounded-sm bg-raised pl-1.5">
            <span className="truncate" title={name}>
              {name}
            </span>
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
    </div>
  );
}

"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { fields } from "@/lib/rules/field";
import type { RuleProblem } from "@/lib/rules/read-rule";
import type { SortOrder } from "@/lib/rules/rule-schema";
import type { SourceOffer } from "@/lib/rules/rule-set-view";
import { orderWords } from "@/lib/rules/rule-words";
import type { DraftRule } from "./draft-rule";
import { SourceChoice } from "./source-choice";
import type { DraftEditor } from "./use-draft";
import { useListFocus } from "./use-list-focus";
import { NumberInput } from "./value-field";

const MOST_ORDERS = 5;

const limitNames = { limit: "At most", perArtist: "Per artist", perLabel: "Per label" } as const;
type Limit = keyof typeof limitNames;

const isLimit = (path: string): path is Limit => Object.hasOwn(limitNames, path);
const problemWords = ({ path, message }: RuleProblem) => {
  if (path.startsWith("sources")) return `Sources: ${message}`;
  return isLimit(path) ? `${limitNames[path]}: ${message}` : message;
};

type Props = {
  editor: DraftEditor;
  sortFields: readonly SortOrder["field"][];
  sources: readonly SourceOffer[];
  /** What is wrong with none of the conditions. */
  problems: readonly RuleProblem[];
};

/** From where, in which order, and how many of them: below the conditions, as a sentence. */
export function RuleOptions({ editor: { draft, edit }, sortFields, sources, problems }: Props) {
  const put = (change: Partial<DraftRule>, subject?: string) =>
    edit({ ...draft, ...change }, subject);
  const { list, focusAt } = useListFocus<HTMLDivElement>();
  const free = sortFields.find((field) => !draft.sort.some((order) => order.field === field));
  const most = (name: Limit) => (
    <span className="flex items-center gap-2">
      {limitNames[name]}
      <NumberInput
        label={limitNames[name]}
        value={draft[name]}
        invalid={problems.some(({ path }) => path === name)}
        onChange={(value) => put({ [name]: value }, name)}
      />
    </span>
  );
  return (
    <section
      aria-label="Sources, order and length"
      className="flex flex-col gap-2.5 border-t px-3 py-4"
    >
      <SourceChoice
        sources={draft.sources}
        offers={sources}
        onChange={(chosen) => put({ sources: chosen })}
      />
      <div ref={list} className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2">Sorted by</span>
        {draft.sort.length === 0 && <span className="text-ink-3">nothing</span>}
        {[...draft.sort.entries()].map(([index, order]) => (
          <SortChoice
            key={index}
            order={order}
            sortFields={sortFields.filter(
              (field) =>
                field === order.field || !draft.sort.some((other) => other.field === field),
            )}
            onChange={(next) => {
              if (!next) focusAt(index);
              put({ sort: next ? draft.sort.with(index, next) : draft.sort.toSpliced(index, 1) });
            }}
          />
        ))}
        {free && draft.sort.length < MOST_ORDERS && (
          <Button
            size="sm"
            look="quiet"
            data-add
            onClick={() => {
              // With the last order it goes.
              if (draft.sort.length === MOST_ORDERS - 1) focusAt(draft.sort.length);
              put({ sort: [...draft.sort, { field: free, direction: "asc" }] });
            }}
          >
            <Plus aria-hidden="true" />
            {draft.sort.length === 0 ? "An order" : "Then by"}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-ink-2">
        {most("limit")}
        {most("perArtist")}
        {most("perLabel")}
      </div>
      {problems.length > 0 && (
        <p role="alert" className="text-xs text-danger">
          {problems.map(problemWords).join(" ")}
        </p>
      )}
      <p className="text-xs text-ink-3">
        Each recording once, however many releases it is on. An empty field sets no limit.
      </p>
    </section>
  );
}

type SortProps = {
  order: SortOrder;
  sortFields: readonly SortOrder["field"][];
  onChange: (order: SortOrder | null) => void;
};

function SortChoice({ order, sortFields, onChange }: SortProps) {
  const isUp = order.direction === "asc";
  const { name } = fields[order.field];
  return (
    <span className="flex items-center gap-0.5">
      <Select
        aria-label="Sort by"
        value={order.field}
        onChange={({ target }) => {
          const field = sortFields.find((known) => known === target.value);
          if (field) onChange({ ...order, field });
        }}
      >
        {sortFields.map((field) => (
          <option key={field} value={field}>
            {fields[field].name}
          </option>
        ))}
      </Select>
      <Button
        size="icon-sm"
        look="quiet"
        aria-label={`${name}: ${orderWords(order)}. Turn round`}
        onClick={() => onChange({ ...order, direction: isUp ? "desc" : "asc" })}
      >
        {isUp ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
      </Button>
      <Button
        size="icon-sm"
        look="quiet"
        data-remove
        aria-label={`Do not sort by ${name}`}
        onClick={() => onChange(null)}
      >
        <X aria-hidden="true" />
      </Button>
    </span>
  );
}

"use client";

import type { RefObject } from "react";
import type { Provider } from "@/lib/connections/provider";
import type { SourceView } from "@/lib/sources/source-view";
import { sourceColumns, wideOnly } from "./source-columns";
import { SourceRow } from "./source-row";
import { groups } from "./source-words";
import { rowIndexOf } from "./use-focused-row";

type Props = {
  list: RefObject<HTMLDivElement | null>;
  sources: readonly SourceView[];
  enrichers: readonly Provider[];
  chosen: ReadonlySet<string>;
  focusedIndex: number;
  onFocus: (index: number) => void;
  onChoose: (source: SourceView) => void;
  onFetch: (source: SourceView) => void;
  onAsk: (source: SourceView) => void;
  onRemove: (source: SourceView) => void;
};

/** The lists in their groups, as one grid: a stop for the keyboard, and one focused row. */
export function SourceGrid(props: Props) {
  const { list, sources, chosen, focusedIndex } = props;
  return (
    <div ref={list} className="@container min-h-0 flex-1 overflow-y-auto pb-4">
      <table
        role="grid"
        aria-label="Sources"
        className="block"
        onFocus={({ target }) => {
          const index = rowIndexOf(target);
          if (index !== null) props.onFocus(index);
        }}
      >
        <thead className="sticky top-0 z-2 block bg-ground">
          <tr className={`${sourceColumns} mx-2 h-7 text-2xs text-ink-3 phone:mx-0`}>
            <th scope="col">
              <span className="sr-only">Chosen</span>
            </th>
            <th scope="col" className="text-left font-normal">
              List
            </th>
            <th scope="col" className={`text-right font-normal ${wideOnly}`}>
              Tracks
            </th>
            <th scope="col" className={`text-left font-normal ${wideOnly}`}>
              State
            </th>
            <th scope="col">
              <span className="sr-only">What to do</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ id, name, kinds }) => {
          const rows = sources.filter(({ kind }) => kinds.some((one) => one === kind));
          if (rows.length === 0) return null;
          return (
            <tbody key={id} className="block pt-2">
              <tr className="block px-5 pt-1 pb-1 phone:px-3">
                <th
                  scope="rowgroup"
                  colSpan={5}
                  className="text-left text-xs font-medium text-ink-2"
                >
                  {name} <span className="font-normal text-ink-3 tabular-nums">{rows.length}</span>
                </th>
              </tr>
              {rows.map((source) => {
                const index = sources.indexOf(source);
                return (
                  <SourceRow
                    key={source.key}
                    source={source}
                    enrichers={props.enrichers}
                    index={index}
                    isFocused={index === focusedIndex}
                    isChosen={chosen.has(source.key)}
                    onChoose={props.onChoose}
                    onFetch={props.onFetch}
                    onAsk={props.onAsk}
                    onRemove={props.onRemove}
                  />
                );
              })}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

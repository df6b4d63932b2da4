"use client";

import { ChevronDown } from "lucide-react";
import type { RefObject } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { type Lane, lanes } from "@/lib/curation/lane";
import { useBoardContext } from "./board-context";
import { type Sort, sorts } from "./board-view";
import { laneCounts } from "./rows";

const laneNames: Record<Lane, string> = {
  new: "New",
  seen_before: "Seen before",
  back_catalogue: "Back catalogue",
  compilation: "Compilations",
  not_on_spotify: "Not on Spotify",
};

const sortNames: Record<Sort, string> = {
  date: "Newest first",
  key: "By key",
  bpm: "By BPM",
  label: "By label",
};

type Props = { filter: RefObject<HTMLInputElement | null>; onLeaveFilter: () => void };

/** Why tracks stand where they stand, as filters; at the right the order and the text filter. */
export function LanesBar({ filter, onLeaveFilter }: Props) {
  const { board, view, changeView } = useBoardContext();
  const counts = laneCounts(board);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1.5 phone:hidden">
      <fieldset className="flex flex-wrap gap-1 max-xl:gap-0">
        <legend className="sr-only">Lanes</legend>
        <LaneButton
          name="All"
          count={all}
          isOn={view.lane === null}
          onClick={() => changeView({ lane: null })}
        />
        {lanes.map((lane) => (
          <LaneButton
            key={lane}
            name={laneNames[lane]}
            count={counts[lane]}
            isOn={view.lane === lane}
            onClick={() => changeView({ lane: view.lane === lane ? null : lane })}
          />
        ))}
      </fieldset>
      <div className="ml-auto flex items-center gap-3 text-ink-3">
        <span className="relative flex items-center">
          <select
            aria-label="Order"
            value={view.sort}
            onChange={(event) => {
              const sort = sorts.find((known) => known === event.currentTarget.value);
              if (sort) changeView({ sort });
              onLeaveFilter();
            }}
            className="h-7 cursor-pointer appearance-none rounded-md bg-ground pr-6 pl-1.5 text-ink-2 hover:text-ink"
          >
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortNames[sort]}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute right-1 size-3.5!"
          />
        </span>
        <search>
          <form
            className="flex items-center gap-1.5"
            onSubmit={(event) => {
              event.preventDefault();
              onLeaveFilter();
            }}
          >
            <input
              ref={filter}
              type="text"
              aria-label="Filter"
              placeholder="Artist, 128-134, 8A"
              value={view.text}
              onChange={(event) => changeView({ text: event.currentTarget.value })}
              className="h-7 w-44 rounded-md max-xl:w-32 bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised"
            />
            <KeyCap chord="/" />
          </form>
        </search>
      </div>
    </div>
  );
}

type LaneButtonProps = { name: string; count: number; isOn: boolean; onClick: () => void };

function LaneButton({ name, count, isOn, onClick }: LaneButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className="h-7 rounded-md px-2 text-ink-2 max-xl:px-1.5 hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink"
    >
      {name}
      <span className="ml-1.5 text-ink-3 tabular-nums max-xl:ml-1">{count}</span>
    </button>
  );
}

"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { RefObject } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import type { ActivityCounts } from "@/lib/jobs/job-view";
import { activityStates, type JobKind, jobKinds } from "@/lib/jobs/status";
import type { ActivityView } from "./activity-view";
import { kindNames } from "./job-words";

const stateNames = { running: "Running", waiting: "Waiting", failed: "Failed", ended: "Ended" };

type Props = {
  view: ActivityView;
  counts: ActivityCounts;
  field: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<ActivityView>) => void;
  onLeave: () => void;
};

/** Which jobs are listed: by state, by kind, by their words. */
export function ActivityFilters({ view, counts, field, onChange, onLeave }: Props) {
  const filter = (change: Partial<ActivityView>) => onChange({ before: null, ...change });
  return (
    <div className="flex min-h-[49px] flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5 phone:px-2.5">
      <fieldset className="flex flex-wrap gap-1 phone:gap-0">
        <legend className="sr-only">State</legend>
        <StateButton name="All" isOn={!view.state} onClick={() => filter({ state: null })} />
        {activityStates.map((state) => (
          <StateButton
            key={state}
            name={stateNames[state]}
            count={counts[state]}
            isOn={view.state === state}
            onClick={() => filter({ state: view.state === state ? null : state })}
          />
        ))}
      </fieldset>
      <div className="ml-auto flex items-center gap-3 text-ink-3 phone:ml-0 phone:w-full">
        <KindChoice kind={view.kind} onChange={(kind) => filter({ kind })} />
        <search className="phone:flex-1">
          <form
            className="flex items-center gap-1.5"
            onSubmit={(event) => {
              event.preventDefault();
              onLeave();
            }}
          >
            <input
              ref={field}
              type="text"
              aria-label="Find a job"
              placeholder="Style, week, playlist"
              value={view.text}
              onChange={(event) => filter({ text: event.currentTarget.value })}
              className="h-7 w-44 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised phone:w-full"
            />
            <KeyCap chord="/" className="phone:hidden" />
          </form>
        </search>
      </div>
    </div>
  );
}

function StateButton(props: { name: string; count?: number; isOn: boolean; onClick: () => void }) {
  const { name, count, isOn, onClick } = props;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={clsx(
        "flex h-7 items-center gap-1.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink",
        isOn && "bg-raised text-ink inset-ring-1 inset-ring-line-strong",
      )}
    >
      {name}
      {count !== undefined && <span className="text-ink-3 tabular-nums">{count}</span>}
    </button>
  );
}

function KindChoice(props: { kind: JobKind | null; onChange: (kind: JobKind | null) => void }) {
  const { kind, onChange } = props;
  return (
    <span className="relative flex items-center">
      <select
        aria-label="Kind"
        value={kind ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange(jobKinds.find((known) => known === value) ?? null);
        }}
        className="h-7 cursor-pointer appearance-none rounded-md bg-ground pr-6 pl-1.5 text-ink-2 hover:text-ink"
      >
        <option value="">Every kind</option>
        {jobKinds.map((known) => (
          <option key={known} value={known}>
            {kindNames[known]}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-1 size-3.5!" />
    </span>
  );
}

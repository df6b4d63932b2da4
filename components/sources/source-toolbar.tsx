"use client";

import type { RefObject } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import type { SourceView } from "@/lib/sources/source-view";
import { canFetch, isFetched } from "./source-readiness";

type Props = {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  chosen: readonly SourceView[];
  onText: (text: string) => void;
  onLeave: () => void;
  onFetch: () => void;
  onGather: () => void;
  onClear: () => void;
};

/** Finds lists by their names, and does something with those that are chosen. */
export function SourceToolbar(props: Props) {
  const { field, text, chosen } = props;
  const never = chosen.filter((source) => !isFetched(source)).length;
  return (
    <div className="flex min-h-[41px] flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5 phone:px-2.5">
      <search className="phone:w-full">
        <form
          className="flex items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            props.onLeave();
          }}
        >
          <input
            ref={field}
            type="text"
            aria-label="Find a list"
            placeholder="Find a list"
            value={text}
            onChange={({ target }) => props.onText(target.value)}
            className="h-7 w-52 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised phone:w-full"
          />
          <KeyCap chord="/" className="phone:hidden" />
        </form>
      </search>
      <div className="ml-auto flex flex-wrap items-center gap-2 phone:ml-0">
        <p aria-live="polite" className="text-xs text-ink-3 tabular-nums">
          {chosen.length === 0
            ? "Choose lists to gather them"
            : `${chosen.length} chosen${never > 0 ? `, ${never} never fetched` : ""}`}
        </p>
        {chosen.length > 0 && (
          <Button size="sm" look="quiet" onClick={props.onClear}>
            Clear
          </Button>
        )}
        <Button size="sm" disabled={!chosen.some(canFetch)} onClick={props.onFetch}>
          Fetch chosen
        </Button>
        <Button
          size="sm"
          look="primary"
          disabled={!chosen.some(isFetched)}
          onClick={props.onGather}
        >
          Gather
        </Button>
      </div>
    </div>
  );
}

"use client";

import { Select } from "@/components/ui/select";
import type { GroupKind } from "@/lib/rules/rule-node";
import { groupKinds } from "@/lib/rules/rule-node";
import { groupWords } from "@/lib/rules/rule-words";
import type { DraftGroup } from "./draft-rule";

type Props = { group: DraftGroup; problem: string | null; onKind: (kind: GroupKind) => void };

const emptyWords: Record<GroupKind, string> = {
  all: "No condition yet: every track",
  any: "No condition yet: no track",
  none: "No condition yet: every track",
};

/** The head of a group: how many of the rows below it must hold. */
export function GroupCells({ group, problem, onKind }: Props) {
  return (
    <span className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1">
      <Select
        aria-label="How many must hold"
        value={group.kind}
        onChange={({ target }) => {
          const kind = groupKinds.find((known) => known === target.value);
          if (kind) onKind(kind);
        }}
        className="font-medium"
      >
        {groupKinds.map((kind) => (
          <option key={kind} value={kind}>
            {groupWords[kind]}
          </option>
        ))}
      </Select>
      {group.nodes.length === 0 && (
        <span className="text-xs text-ink-3">{emptyWords[group.kind]}</span>
      )}
      {problem && (
        <span role="alert" className="text-xs text-danger">
          {problem}
        </span>
      )}
    </span>
  );
}

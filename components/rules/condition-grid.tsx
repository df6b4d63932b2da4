"use client";

import clsx from "clsx";
import { Plus, SquarePlus } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { ConditionCells } from "./condition-cells";
import { type DraftRow, isDraftGroup } from "./draft-rule";
import { type DraftLine, linesOf, placeOf, putRow, setKind } from "./edit-draft";
import { GroupCells } from "./group-cells";
import { RowMenu } from "./row-menu";
import type { DraftEditor } from "./use-draft";
import { type RowActs, rowOf } from "./use-row-acts";

type Props = {
  grid: RefObject<HTMLTableElement | null>;
  editor: DraftEditor;
  acts: RowActs;
  focusedId: string;
  /** What is wrong with which row. */
  problems: ReadonlyMap<string, string>;
  /** In whose days the rules are asked. */
  timeZone: string;
  onFocus: (id: string) => void;
};

/** The conditions as sentences, each a row, groups set in. The focused row is the one the keys act on. */
export function ConditionGrid(props: Props) {
  const { grid, editor, acts, focusedId, problems, timeZone, onFocus } = props;
  const { where } = editor.draft;
  const lines = linesOf(where);
  return (
    <>
      <table
        ref={grid}
        role="treegrid"
        aria-label="Conditions"
        onFocus={({ target }) => {
          const id = rowOf(target)?.dataset.row;
          if (id) onFocus(id);
        }}
        className="block"
      >
        <tbody className="block">
          {lines.map((line) => (
            <Line
              key={line.node.id}
              line={line}
              editor={editor}
              acts={acts}
              isFocused={line.node.id === focusedId}
              problem={problems.get(line.node.id) ?? null}
              timeZone={timeZone}
            />
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap gap-2 px-3 pt-2">
        <Button size="sm" onClick={() => acts.addRow(where.id)}>
          <Plus aria-hidden="true" />
          Condition
        </Button>
        <Button size="sm" look="quiet" onClick={() => acts.addGroup(where.id)}>
          <SquarePlus aria-hidden="true" />
          Group
        </Button>
      </div>
    </>
  );
}

type LineProps = {
  line: DraftLine;
  editor: DraftEditor;
  acts: RowActs;
  isFocused: boolean;
  problem: string | null;
  timeZone: string;
};

function Line({ line, editor, acts, isFocused, problem, timeZone }: LineProps) {
  const { node, level, position, siblings } = line;
  const { where } = editor.draft;
  const put = (row: DraftRow) => {
    const before = placeOf(where, row.id)?.node;
    const isTyping = before && "op" in before && before.op === row.op && before.field === row.field;
    editor.editRows(putRow(where, row), isTyping ? `value ${row.id}` : undefined);
  };
  return (
    <tr
      data-row={node.id}
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isDraftGroup(node) ? true : undefined}
      style={{ paddingInlineStart: `${(level - 1) * 22 + 12}px` }}
      className={clsx(
        "group relative flex min-h-10 items-start gap-2 rounded-md py-1 pr-2 outline-none",
        isFocused
          ? "bg-raised inset-ring-[1.5px] inset-ring-line-strong focus:inset-ring-focus"
          : "hover:bg-hover",
      )}
    >
      {Array.from({ length: level - 1 }, (_, depth) => depth).map((depth) => (
        <td
          key={depth}
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 w-px bg-line-strong"
          style={{ insetInlineStart: `${depth * 22 + 20}px` }}
        />
      ))}
      <td className="min-w-0 flex-1">
        {isDraftGroup(node) ? (
          <GroupCells
            group={node}
            problem={problem}
            onKind={(kind) => editor.editRows(setKind(where, node.id, kind))}
          />
        ) : (
          <ConditionCells row={node} problem={problem} timeZone={timeZone} onChange={put} />
        )}
      </td>
      <td className="flex shrink-0 items-center">
        <RowMenu node={node} isOutermost={level === 1} acts={acts} />
      </td>
    </tr>
  );
}

"use client";

import Link from "next/link";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import { fields, isField } from "@/lib/rules/field";
import { operatorsOf } from "@/lib/rules/operator";
import { type DraftRow, shapeOf, withField, withOperator } from "./draft-rule";
import { fieldGroups, nodeWords, operatorWords } from "./operator-words";
import { ValueField } from "./value-field";

type Props = {
  row: DraftRow;
  problem: string | null;
  /** In whose days the rules are asked. */
  timeZone: string;
  onChange: (row: DraftRow) => void;
};

/** One condition: what is asked about, what is asked, and what it is compared with. */
export function ConditionCells({ row, problem, timeZone, onChange }: Props) {
  const problemId = useId();
  const { type } = fields[row.field];
  return (
    <fieldset aria-describedby={problem ? problemId : undefined} className="min-w-0">
      <legend className="sr-only">{nodeWords(row)}</legend>
      <div className="flex min-h-8 min-w-0 flex-wrap items-center gap-1.5">
        <Select
          aria-label="What"
          value={row.field}
          onChange={({ target }) => {
            if (isField(target.value)) onChange(withField(row, target.value));
          }}
          className="font-medium"
        >
          {fieldGroups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.fields.map((id) => (
                <option key={id} value={id}>
                  {fields[id].name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <Select
          aria-label="How"
          value={row.op}
          onChange={({ target }) => onChange(withOperator(row, target.value))}
        >
          {operatorsOf(type).map((op) => (
            <option key={op} value={op}>
              {operatorWords(row.field, op)}
            </option>
          ))}
        </Select>
        <ValueField
          row={row}
          invalid={problem !== null}
          onChange={(value) => onChange({ ...row, value })}
        />
        <Unit row={row} />
        {isOfDays(row) && (
          <Link
            href="/library/history#days"
            className="text-xs text-ink-3 hover:text-ink hover:underline"
          >
            Days in {timeZone}
          </Link>
        )}
      </div>
      {problem && (
        <p id={problemId} className="pb-1 text-xs text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** Whether it depends on when a day begins: of a moment always, of a release only by today. */
function isOfDays({ field, op }: DraftRow): boolean {
  const about = fields[field];
  const shape = shapeOf(field, op);
  if (about.type !== "date" || shape === "none") return false;
  return about.unit === "moment" || shape === "span";
}

function Unit({ row }: { row: DraftRow }) {
  const about = fields[row.field];
  return about.type === "number" && about.unit ? (
    <span className="text-ink-3">{about.unit}</span>
  ) : null;
}

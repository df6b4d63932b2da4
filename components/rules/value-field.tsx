"use client";

import { Select } from "@/components/ui/select";
import { fields } from "@/lib/rules/field";
import { camelotKeys } from "@/lib/rules/key-distance";
import { spanUnits } from "@/lib/rules/operator";
import { stages } from "@/lib/rules/stage";
import { isSuggested } from "@/lib/rules/suggested-field";
import { type DraftRow, type DraftValue, shapeOf } from "./draft-rule";
import { ManyValues } from "./many-values";
import { SuggestedTexts } from "./suggested-texts";

type Props = { row: DraftRow; invalid: boolean; onChange: (value: DraftValue) => void };

const field =
  "h-7 rounded-md border border-edge bg-ground px-2 text-sm text-ink aria-invalid:border-danger";

/** What a row compares with: a text, a number, a day, a key, a stretch of time, or several of them. */
export function ValueField({ row, invalid, onChange }: Props) {
  const { type, name } = fields[row.field];
  const { value } = row;
  switch (shapeOf(row.field, row.op)) {
    case "none":
      return null;
    case "many":
      return (
        <ManyValues
          row={row}
          values={Array.isArray(value) ? value : []}
          invalid={invalid}
          onChange={onChange}
        />
      );
    case "two": {
      const [from, to] = Array.isArray(value) ? value : [];
      const one = { type, invalid };
      return (
        <span className="flex items-center gap-1.5">
          <OneValue
            {...one}
            label={`${name}, from`}
            value={from}
            onChange={(next) => onChange([next, to ?? null])}
          />
          and
          <OneValue
            {...one}
            label={`${name}, to`}
            value={to}
            onChange={(next) => onChange([from ?? null, next])}
          />
        </span>
      );
    }
    case "span": {
      const span = isObject(value) && "unit" in value ? value : { count: null, unit: "months" };
      return (
        <span className="flex items-center gap-1.5">
          <NumberInput
            label={`${name}, how many`}
            value={span.count}
            invalid={invalid}
            onChange={(count) => onChange({ ...span, count })}
          />
          <Select
            aria-label={`${name}, of what`}
            value={span.unit}
            onChange={({ target }) => onChange({ ...span, unit: target.value })}
          >
            {spanUnits.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </Select>
        </span>
      );
    }
    case "steps": {
      const near = isObject(value) && "steps" in value ? value : { key: "8A", steps: 1 };
      return (
        <span className="flex items-center gap-1.5">
          <KeySelect
            label={`${name}, near which`}
            value={near.key}
            onChange={(key) => onChange({ ...near, key })}
          />
          ±
          <NumberInput
            label={`${name}, steps`}
            value={near.steps}
            invalid={invalid}
            onChange={(steps) => onChange({ ...near, steps })}
          />
        </span>
      );
    }
    case "one":
      return (
        <>
          <OneValue
            type={type}
            label={`${name}, what`}
            value={value}
            invalid={invalid}
            list={isSuggested(row.field) ? `${row.id}-known` : undefined}
            onChange={onChange}
          />
          {isSuggested(row.field) && <SuggestedTexts id={`${row.id}-known`} field={row.field} />}
        </>
      );
  }
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

type OneProps = {
  type: (typeof fields)[keyof typeof fields]["type"];
  label: string;
  value: unknown;
  invalid: boolean;
  list?: string;
  onChange: (value: string | number | boolean | null) => void;
};

function OneValue({ type, label, value, invalid, list, onChange }: OneProps) {
  switch (type) {
    case "number":
      return (
        <NumberInput
          label={label}
          value={typeof value === "number" ? value : null}
          invalid={invalid}
          onChange={onChange}
        />
      );
    case "key":
      return <KeySelect label={label} value={String(value)} onChange={onChange} />;
    case "choice":
      return (
        <Select
          aria-label={label}
          value={String(value)}
          onChange={({ target }) => onChange(target.value)}
        >
          {stages.map((stage) => (
            <option key={stage}>{stage}</option>
          ))}
        </Select>
      );
    case "boolean":
      return (
        <Select
          aria-label={label}
          value={value === true ? "yes" : "no"}
          onChange={({ target }) => onChange(target.value === "yes")}
        >
          <option>yes</option>
          <option>no</option>
        </Select>
      );
    default:
      return (
        <input
          type={type === "date" ? "date" : "text"}
          aria-label={label}
          aria-invalid={invalid || undefined}
          list={list}
          maxLength={200}
          value={typeof value === "string" ? value : ""}
          onChange={({ target }) => onChange(target.value)}
          className={`${field} ${type === "date" ? "" : "w-48 min-w-0"}`}
        />
      );
  }
}

type NumberProps = {
  label: string;
  value: number | null;
  invalid: boolean;
  onChange: (value: number | null) => void;
};

export function NumberInput({ label, value, invalid, onChange }: NumberProps) {
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
      className={`${field} w-[4.75rem] text-right tabular-nums`}
    />
  );
}

type KeyProps = { label: string; value: string; onChange: (key: string) => void };

function KeySelect({ label, value, onChange }: KeyProps) {
  return (
    <Select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {camelotKeys.map((key) => (
        <option key={key}>{key}</option>
      ))}
    </Select>
  );
}

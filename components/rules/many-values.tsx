"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import { fields } from "@/lib/rules/field";
import { camelotKeys } from "@/lib/rules/key-distance";
import { stages } from "@/lib/rules/stage";
import { isSuggested } from "@/lib/rules/suggested-field";
import type { DraftRow } from "./draft-rule";
import { SuggestedTexts } from "./suggested-texts";
import { useListFocus } from "./use-list-focus";

type Value = string | number | boolean | null;
type Props = {
  row: DraftRow;
  values: readonly Value[];
  invalid: boolean;
  onChange: (values: readonly Value[]) => void;
};

/** Several values as chips; Enter adds what was typed, Backspace in an empty field takes the last away, on a chip that one. */
export function ManyValues({ row, values, invalid, onChange }: Props) {
  const { type, name } = fields[row.field];
  const add = (value: Value) => {
    if (!values.includes(value)) onChange([...values, value]);
  };
  const { list, focusAt } = useListFocus<HTMLSpanElement>();
  const remove = (index: number) => {
    focusAt(index);
    onChange(values.toSpliced(index, 1));
  };
  const chosen = type === "key" ? camelotKeys : type === "choice" ? stages : null;
  return (
    <span
      ref={list}
      className={`flex min-h-7 min-w-0 flex-wrap items-center gap-1 rounded-md border bg-ground px-1 py-0.5 ${invalid ? "border-danger" : "border-edge"}`}
    >
      {values.map((value, index) => (
        <span
          key={String(value)}
          className="flex h-6 max-w-56 items-center gap-0.5 rounded-sm bg-raised pl-1.5"
        >
          <span className="truncate">{String(value)}</span>
          <button
            type="button"
            aria-label={`Remove ${value}`}
            data-remove
            data-owns-keys
            onClick={() => remove(index)}
            onKeyDown={(event) => {
              if (event.key !== "Backspace" && event.key !== "Delete") return;
              event.preventDefault();
              remove(index);
            }}
            className="grid size-6 place-items-center text-ink-3 hover:text-ink"
          >
            <X aria-hidden="true" className="size-3!" />
          </button>
        </span>
      ))}
      {chosen ? (
        <Select
          aria-label={`${name}, add`}
          value=""
          data-add
          onChange={({ target }) => add(target.value)}
          className="h-6! border-transparent!"
        >
          <option value="">Add</option>
          {chosen
            .filter((value) => !values.includes(value))
            .map((value) => (
              <option key={value}>{value}</option>
            ))}
        </Select>
      ) : (
        <AddText
          row={row}
          isNumber={type === "number"}
          label={`${name}, add`}
          onAdd={add}
          onRemoveLast={() => onChange(values.slice(0, -1))}
        />
      )}
    </span>
  );
}

type AddProps = {
  row: DraftRow;
  isNumber: boolean;
  label: string;
  onAdd: (value: Value) => void;
  onRemoveLast: () => void;
};

function AddText({ row, isNumber, label, onAdd, onRemoveLast }: AddProps) {
  const [text, setText] = useState("");
  const list = `${row.id}-known`;
  const typed = text.trim();
  const fits = !isNumber || Number.isFinite(Number(typed));
  const take = () => {
    if (typed === "" || !fits) return;
    onAdd(isNumber ? Number(typed) : typed);
    setText("");
  };
  return (
    <>
      <input
        type="text"
        data-add
        inputMode={isNumber ? "decimal" : undefined}
        aria-label={label}
        aria-invalid={!fits || undefined}
        title={fits ? undefined : "Write one number at a time, like 127.5."}
        placeholder="Add"
        maxLength={200}
        list={isSuggested(row.field) ? list : undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            take();
          }
          if (event.key === "Backspace" && text === "") onRemoveLast();
        }}
        className="h-6 w-28 min-w-0 flex-1 rounded-sm bg-transparent px-1.5 text-sm text-ink aria-invalid:text-danger"
      />
      {isSuggested(row.field) && <SuggestedTexts id={list} field={row.field} />}
    </>
  );
}

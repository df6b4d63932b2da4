import { addDays } from "@/lib/history/calendar";
import { type Condition, type ConditionOn, isOn } from "./condition-schema";
import { firstDayOf, type Moment, startOfDay, todayAt } from "./day-range";
import { type FieldId, type FieldOf, fields, type Writing } from "./field";
import { foldText } from "./fold-text";
import { keysWithin } from "./key-distance";
import {
  type Bound,
  type Column,
  is,
  isNot,
  type Reading,
  type Scalar,
  type Test,
} from "./reading";

const upper = (text: string) => text.trim().toUpperCase();

const writings: Record<Writing, (text: string) => string> = {
  folded: foldText,
  upper,
  // Without hyphens and blanks, as it is kept; the signs of patterns stay, and so does what is nothing else.
  isrc: (text) => upper(text).replace(/[^A-Z0-9*?]/g, "") || upper(text),
};

/** A rule's text as it is written in the column. */
function write(field: FieldId, text: string): string {
  const about = fields[field];
  return "writing" in about ? writings[about.writing](text) : text;
}

const written = (field: FieldId, values: readonly Scalar[]) =>
  values.map((value) => (typeof value === "string" ? write(field, value) : value));

function readList({ field, ...asked }: ConditionOn<"list">): Reading {
  const { column } = fields[field];
  const each = (texts: readonly string[]) => texts.map((text) => write(field, text));
  switch (asked.op) {
    case "contains":
      return is({ kind: "someContains", column, text: write(field, asked.value) });
    case "startsWith":
      return is({ kind: "someStartsWith", column, text: write(field, asked.value) });
    case "matches":
      return is({ kind: "someMatches", column, text: write(field, asked.value) });
    case "anyOf":
    case "allOf":
      return is({ kind: asked.op, column, values: each(asked.value) });
    case "noneOf":
      return isNot({ kind: "anyOf", column, values: each(asked.value) });
    default:
      return presence(column, asked.op);
  }
}

const presence = (column: Column, op: "isEmpty" | "isNotEmpty") =>
  op === "isEmpty" ? isNot({ kind: "known", column }) : is({ kind: "known", column });

/** Days from the first to the last, both of them in it. */
function within(
  field: FieldOf<"date">,
  { first, last }: { first?: string; last?: string },
  { timeZone }: Moment,
): Test {
  const { column } = fields[field];
  if (column === "releasedOn") {
    const bounds: Bound<string>[] = [];
    if (first) bounds.push({ side: ">=", value: first });
    if (last) bounds.push({ side: "<=", value: last });
    return { kind: "days", column, bounds };
  }
  const bounds: Bound<Date>[] = [];
  if (first) bounds.push({ side: ">=", value: startOfDay(first, timeZone) });
  if (last) bounds.push({ side: "<", value: startOfDay(addDays(last, 1), timeZone) });
  return { kind: "moments", column, bounds };
}

function readDate({ field, ...asked }: ConditionOn<"date">, at: Moment): Reading {
  switch (asked.op) {
    case "on":
      return is(within(field, { first: asked.value, last: asked.value }, at));
    case "notOn":
      return isNot(within(field, { first: asked.value, last: asked.value }, at));
    case "before":
      return is(within(field, { last: addDays(asked.value, -1) }, at));
    case "onOrBefore":
      return is(within(field, { last: asked.value }, at));
    case "after":
      return is(within(field, { first: addDays(asked.value, 1) }, at));
    case "onOrAfter":
      return is(within(field, { first: asked.value }, at));
    case "between":
      return is(within(field, { first: asked.value[0], last: asked.value[1] }, at));
    case "inLast":
    case "notInLast": {
      const last = todayAt(at);
      const lately = within(field, { first: firstDayOf(asked.value, at), last }, at);
      return asked.op === "inLast" ? is(lately) : isNot(lately);
    }
    default:
      return presence(fields[field].column, asked.op);
  }
}

const sides = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** Reads a row of a rule as what is asked of a track. */
export function readCondition(asked: Condition, at: Moment): Reading {
  if (isOn("list", asked)) return readList(asked);
  if (isOn("date", asked)) return readDate(asked, at);
  const { field } = asked;
  const { column } = fields[field];
  switch (asked.op) {
    case "is":
    case "isNot": {
      const test: Test = { kind: "oneOf", column, values: written(field, [asked.value]) };
      return asked.op === "is" ? is(test) : isNot(test);
    }
    case "in":
    case "notIn": {
      const test: Test = { kind: "oneOf", column, values: written(field, asked.value) };
      return asked.op === "in" ? is(test) : isNot(test);
    }
    case "compatible":
      return is({ kind: "oneOf", column, values: keysWithin(asked.value, 1) });
    case "within":
      return is({ kind: "oneOf", column, values: keysWithin(asked.value.key, asked.value.steps) });
    case "contains":
    case "startsWith":
    case "matches": {
      return is({
        kind: asked.op,
        column: fields[asked.field].column,
        text: write(asked.field, asked.value),
      });
    }
    case "between": {
      const [from, to] = asked.value;
      const bounds: Bound<number>[] = [
        { side: ">=", value: from },
        { side: "<=", value: to },
      ];
      return is({ kind: "numbers", column: fields[asked.field].column, bounds });
    }
    case "lt":
    case "lte":
    case "gt":
    case "gte": {
      const bounds = [{ side: sides[asked.op], value: asked.value }];
      return is({ kind: "numbers", column: fields[asked.field].column, bounds });
    }
    default:
      return presence(column, asked.op);
  }
}

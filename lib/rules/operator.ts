import type { FieldType } from "./field";

/** What stands behind an operator: nothing, one value, two, several, a span of time, steps from a key. */
export type Shape = "none" | "one" | "two" | "many" | "span" | "steps";

/** What can be asked about a field of each type, by the value that is given. */
export const operators = {
  text: {
    one: ["is", "isNot", "contains", "startsWith", "matches"],
    many: ["in", "notIn"],
    none: ["isEmpty", "isNotEmpty"],
  },
  choice: { one: ["is", "isNot"], many: ["in", "notIn"] },
  number: {
    one: ["is", "isNot", "lt", "lte", "gt", "gte"],
    two: ["between"],
    many: ["in", "notIn"],
    none: ["isEmpty", "isNotEmpty"],
  },
  date: {
    one: ["on", "notOn", "before", "onOrBefore", "after", "onOrAfter"],
    two: ["between"],
    span: ["inLast", "notInLast"],
    none: ["isEmpty", "isNotEmpty"],
  },
  key: {
    one: ["is", "isNot", "compatible"],
    many: ["in", "notIn"],
    steps: ["within"],
    none: ["isEmpty", "isNotEmpty"],
  },
  boolean: { one: ["is"], none: ["isEmpty", "isNotEmpty"] },
  list: {
    one: ["contains", "startsWith", "matches"],
    many: ["anyOf", "allOf", "noneOf"],
    none: ["isEmpty", "isNotEmpty"],
  },
} as const satisfies Record<FieldType, Partial<Record<Shape, readonly string[]>>>;

export const spanUnits = ["days", "weeks", "months"] as const;
export type SpanUnit = (typeof spanUnits)[number];

/** The operators of a type, in the order of an editor. */
export const operatorsOf = (type: FieldType): string[] =>
  Object.values(operators[type]).flatMap((names) => [...names]);

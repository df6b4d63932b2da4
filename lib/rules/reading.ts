import type { FieldId, FieldOf, FieldType, fields } from "./field";

type ColumnOf<T extends FieldType> = (typeof fields)[FieldOf<T>]["column"];
type DayColumn = "releasedOn";

export type Column = (typeof fields)[FieldId]["column"];
export type ListColumn = ColumnOf<"list">;
export type TextColumn = ColumnOf<"text">;
export type MomentColumn = Exclude<ColumnOf<"date">, DayColumn>;
export type Scalar = string | number | boolean;
export type Bound<T> = { side: ">" | ">=" | "<" | "<="; value: T };

export type TextTest = "contains" | "startsWith" | "matches";
/** The same of one text of a list at least. */
type SomeText = "someContains" | "someStartsWith" | "someMatches";

/** What is asked of a column, in the few forms in which code and SQL both answer it. */
export type Test =
  | { kind: "known"; column: Column }
  | { kind: "oneOf"; column: Exclude<Column, ListColumn | MomentColumn>; values: Scalar[] }
  | { kind: TextTest; column: TextColumn; text: string }
  | { kind: "numbers"; column: ColumnOf<"number">; bounds: Bound<number>[] }
  | { kind: "days"; column: DayColumn; bounds: Bound<string>[] }
  | { kind: "moments"; column: MomentColumn; bounds: Bound<Date>[] }
  | { kind: "anyOf" | "allOf"; column: ListColumn; values: string[] }
  | { kind: SomeText; column: ListColumn; text: string };

/**
 * A condition as a test, or as its exact opposite. A test holds only for a value that is known, and
 * an empty list holds nothing; so a missing value satisfies the opposites, and only them: is not, not
 * on, not in, none of, not in the last, is empty.
 */
export type Reading = { negated: boolean; test: Test };

export const is = (test: Test): Reading => ({ negated: false, test });
export const isNot = (test: Test): Reading => ({ negated: true, test });

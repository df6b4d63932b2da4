import { z } from "zod";
import { type FieldOf, type FieldType, fields, fieldsOf } from "./field";
import { foldText } from "./fold-text";
import { camelotKeys, FARTHEST } from "./key-distance";
import { operators, spanUnits } from "./operator";
import { stages } from "./stage";

/** Text that the database can keep, on one line. */
export const KEEPABLE = /^[^\p{Cc}\p{Cs}]*$/u;

export const word = z
  .string({ error: "Write a text." })
  .max(200, { error: "Write at most 200 characters." })
  .regex(KEEPABLE, { error: "This text has a character that cannot be kept." })
  .refine((text) => foldText(text) !== "", { error: "Write what to look for." });

const several = <S extends z.ZodType>(one: S) =>
  z
    .array(one, { error: "List the values." })
    .min(1, { error: "List at least one value." })
    .max(200, { error: "List at most 200 values." });

const ordered = <T extends string | number>([first, second]: [T, T]) => first <= second;

const amount = z.number({ error: "Write a number." });
const day = z
  .string({ error: "Write a day, like 2026-11-21." })
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, { error: "Write a day, like 2026-11-21." })
  .refine((text) => z.iso.date().safeParse(text).success, { error: "There is no such day." });
const span = z.strictObject(
  {
    count: z
      .int({ error: "Write a whole number." })
      .min(1, { error: "Go back at least one." })
      .max(1000, { error: "Go back at most 1,000." }),
    unit: z.enum(spanUnits, { error: "Count in days, weeks or months." }),
  },
  { error: "Write how many of what, like 3 months." },
);
const key = z.enum(camelotKeys, { error: "Choose a Camelot key, like 8A." });
const choice = z.enum(stages, { error: `Choose one of: ${stages.join(", ")}.` });
const steps = z.strictObject(
  {
    key,
    steps: z
      .int({ error: "Write a whole number of steps." })
      .min(0, { error: "Steps cannot be fewer than none." })
      .max(FARTHEST, { error: `No key is more than ${FARTHEST} steps away.` }),
  },
  { error: "Choose a key, and how many steps from it." },
);

const text = { field: z.enum(fieldsOf("text")) };
const textCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...text, op: z.enum(operators.text.one), value: word }),
  z.strictObject({ ...text, op: z.enum(operators.text.many), value: several(word) }),
  z.strictObject({ ...text, op: z.enum(operators.text.none) }),
]);

const chosen = { field: z.enum(fieldsOf("choice")) };
const choiceCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...chosen, op: z.enum(operators.choice.one), value: choice }),
  z.strictObject({ ...chosen, op: z.enum(operators.choice.many), value: several(choice) }),
]);

const number = { field: z.enum(fieldsOf("number")) };
const numberCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...number, op: z.enum(operators.number.one), value: amount }),
  z.strictObject({
    ...number,
    op: z.enum(operators.number.two),
    value: z
      .tuple([amount, amount], { error: "Write two numbers." })
      .refine(ordered, { error: "The first number must not be greater than the second." }),
  }),
  z.strictObject({ ...number, op: z.enum(operators.number.many), value: several(amount) }),
  z.strictObject({ ...number, op: z.enum(operators.number.none) }),
]);

const date = { field: z.enum(fieldsOf("date")) };
const dateCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...date, op: z.enum(operators.date.one), value: day }),
  z.strictObject({
    ...date,
    op: z.enum(operators.date.two),
    value: z
      .tuple([day, day], { error: "Write two days." })
      .refine(ordered, { error: "The first day must not be later than the second." }),
  }),
  z.strictObject({ ...date, op: z.enum(operators.date.span), value: span }),
  z.strictObject({ ...date, op: z.enum(operators.date.none) }),
]);

const tone = { field: z.enum(fieldsOf("key")) };
const keyCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...tone, op: z.enum(operators.key.one), value: key }),
  z.strictObject({ ...tone, op: z.enum(operators.key.many), value: several(key) }),
  z.strictObject({ ...tone, op: z.enum(operators.key.steps), value: steps }),
  z.strictObject({ ...tone, op: z.enum(operators.key.none) }),
]);

const flag = { field: z.enum(fieldsOf("boolean")) };
const booleanCondition = z.discriminatedUnion("op", [
  z.strictObject({
    ...flag,
    op: z.enum(operators.boolean.one),
    value: z.boolean({ error: "Choose yes or no." }),
  }),
  z.strictObject({ ...flag, op: z.enum(operators.boolean.none) }),
]);

const list = { field: z.enum(fieldsOf("list")) };
const listCondition = z.discriminatedUnion("op", [
  z.strictObject({ ...list, op: z.enum(operators.list.one), value: word }),
  z.strictObject({ ...list, op: z.enum(operators.list.many), value: several(word) }),
  z.strictObject({ ...list, op: z.enum(operators.list.none) }),
]);

/** One row of a rule, by the type of its field. */
export const conditionsOf = {
  text: textCondition,
  choice: choiceCondition,
  number: numberCondition,
  date: dateCondition,
  key: keyCondition,
  boolean: booleanCondition,
  list: listCondition,
};

export const condition = z.union([
  textCondition,
  choiceCondition,
  numberCondition,
  dateCondition,
  keyCondition,
  booleanCondition,
  listCondition,
]);
export type Condition = z.output<typeof condition>;

/** A condition on a field of a type. */
export type ConditionOn<T extends FieldType> = Extract<Condition, { field: FieldOf<T> }>;

export const isOn = <T extends FieldType>(type: T, asked: Condition): asked is ConditionOn<T> =>
  fields[asked.field].type === type;

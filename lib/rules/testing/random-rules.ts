import fc from "fast-check";
import { type Condition, condition } from "../condition-schema";
import { type FieldId, fieldIds, fields } from "../field";
import { foldText } from "../fold-text";
import { FARTHEST } from "../key-distance";
import { operators, type Shape, spanUnits } from "../operator";
import type { RuleOverride } from "../override";
import { type RuleDefinition, type RuleGroup, type RuleNode, sortFields } from "../rule-schema";
import { stages } from "../stage";
import { amount, day, isrcs, lookedFor, sourceIds, weeks } from "./random-tracks";

/** When random rules are asked. */
export const randomMoment = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };

const key = fc.constantFrom("8A", "8B", "7A", "9A", "12A", "1A", "1B");
const span = fc.record({
  count: fc.integer({ min: 1, max: 14 }),
  unit: fc.constantFrom(...spanUnits),
});
const keySteps = fc.record({ key, steps: fc.integer({ min: 0, max: FARTHEST }) });
const anyPattern = fc
  .array(fc.oneof(lookedFor, fc.constantFrom("*", "?", "a", "c")), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(""))
  .filter((text) => foldText(text) !== "");

/** The texts a field is likely to hold. */
function textOf(field: FieldId): fc.Arbitrary<string> {
  if (field === "isrc") return fc.constantFrom(...isrcs, "de-x26-00 00001", "DEX", "-", "de");
  if (field === "week") return fc.constantFrom(...weeks, "2026-w46", "2026");
  return lookedFor;
}

/** A text of the field with a letter, or all from there on, left open; or any pattern. */
function patternFor(field: FieldId): fc.Arbitrary<string> {
  const opened = fc
    .tuple(textOf(field), fc.nat({ max: 8 }), fc.constantFrom("*", "?"))
    .map(([text, at, sign]) => {
      const letters = [...text];
      return [...letters.slice(0, at), sign, ...(sign === "?" ? letters.slice(at + 1) : [])].join(
        "",
      );
    });
  return fc.oneof(opened, anyPattern);
}

function oneOf(field: FieldId): fc.Arbitrary<string | number | boolean> {
  switch (fields[field].type) {
    case "number":
      return amount;
    case "date":
      return day;
    case "key":
      return key;
    case "boolean":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...stages);
    default:
      return textOf(field);
  }
}

const ascending = <T>([one, other]: [T, T]) => (one <= other ? [one, other] : [other, one]);

function valueFor(field: FieldId, shape: Shape, op: string): fc.Arbitrary<unknown> {
  if (op === "matches") return patternFor(field);
  const value = oneOf(field);
  switch (shape) {
    case "one":
      return value;
    case "two":
      return fc.tuple(value, value).map(ascending);
    case "many":
      return fc.array(value, { minLength: 1, maxLength: op === "allOf" ? 2 : 12 });
    case "span":
      return span;
    case "steps":
      return keySteps;
    case "none":
      return fc.constant(undefined);
  }
}

const shapes: readonly Shape[] = ["none", "one", "two", "many", "span", "steps"];

/** Every field with every operator there is. */
const asked = fieldIds.flatMap((field) => {
  const offered: Partial<Record<Shape, readonly string[]>> = operators[fields[field].type];
  return shapes.flatMap((shape) =>
    (offered[shape] ?? []).map((op) => ({ field, op, value: valueFor(field, shape, op) })),
  );
});

/** One arbitrary per field and operator. */
export const everyCondition: fc.Arbitrary<Condition>[] = asked.map(({ field, op, value }) =>
  value.map((given) =>
    condition.parse(given === undefined ? { field, op } : { field, op, value: given }),
  ),
);

export const randomCondition = fc.oneof(...everyCondition);

export const { group: randomGroup } = fc.letrec<{ group: RuleGroup; node: RuleNode }>((tie) => {
  const nodes = fc.array(tie("node"), { maxLength: 4 });
  return {
    group: fc.oneof(
      fc.record({ all: nodes }),
      fc.record({ any: nodes }),
      fc.record({ none: nodes }),
    ),
    node: fc.oneof(
      { maxDepth: 4 },
      { weight: 3, arbitrary: randomCondition },
      { weight: 2, arbitrary: tie("group") },
    ),
  };
});

const most = (highest: number) => fc.option(fc.integer({ min: 1, max: highest }), { freq: 1 });

export const randomRule: fc.Arbitrary<RuleDefinition> = fc.record({
  where: randomGroup,
  sort: fc.array(
    fc.record({
      field: fc.constantFrom(...sortFields),
      direction: fc.constantFrom("asc" as const, "desc" as const),
    }),
    { maxLength: 3 },
  ),
  limit: most(40),
  perArtist: most(3),
  perLabel: most(3),
  dedupe: fc.constant("recording" as const),
  sources: fc.oneof(
    fc.constant<string[]>([]),
    fc.array(fc.constantFrom(...sourceIds), { maxLength: 2 }),
  ),
});

/** Pins and exclusions of some of these recordings, and of some that are not there. */
export const randomOverrides = (recordingKeys: readonly string[]): fc.Arbitrary<RuleOverride[]> => {
  const recordingKey = fc.constantFrom(...recordingKeys, "isrc:unknown");
  const pin = fc.record({
    recordingKey,
    kind: fc.constant("pin" as const),
    position: fc.option(fc.nat({ max: 30 })),
  });
  const exclude = fc.record({
    recordingKey,
    kind: fc.constant("exclude" as const),
    position: fc.constant(null),
  });
  const chosen = fc.uniqueArray(fc.oneof(pin, exclude), {
    selector: (override) => override.recordingKey,
    maxLength: 12,
  });
  return fc.oneof(fc.constant<RuleOverride[]>([]), chosen);
};

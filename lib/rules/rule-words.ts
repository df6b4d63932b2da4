import { type Condition, type ConditionOn, isOn } from "./condition-schema";
import { type FieldId, fields } from "./field";
import type { RuleDefinition, SortOrder } from "./rule-schema";
import type { SourceOffer } from "./rule-set-view";
import type { RuleTrack } from "./track-facts";

type SortType = (typeof fields)[SortOrder["field"]]["type"];

const countWords = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const some = new Intl.ListFormat("en-GB", { type: "disjunction" });
const several = new Intl.ListFormat("en-GB", { type: "conjunction" });
const dayFormat = (timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone });
const dayOfCalendar = dayFormat("UTC");

const quote = (text: string) => `“${text}”`;
const dayWords = (day: string) => dayOfCalendar.format(new Date(`${day}T00:00:00Z`));

function amountWords(field: FieldId, value: number) {
  const about = fields[field];
  const unit = about.type === "number" && about.unit !== null ? ` ${about.unit}` : "";
  return `${countWords.format(value)}${unit}`;
}

const textWords = {
  is: "is",
  isNot: "is not",
  contains: "contains",
  startsWith: "starts with",
  matches: "matches",
};

function textSentence(asked: ConditionOn<"text">): string {
  switch (asked.op) {
    case "in":
      return `is ${some.format(asked.value.map(quote))}`;
    case "notIn":
      return `is not ${some.format(asked.value.map(quote))}`;
    case "isEmpty":
      return "is missing";
    case "isNotEmpty":
      return "is known";
    default:
      return `${textWords[asked.op]} ${quote(asked.value)}`;
  }
}

const numberWords = {
  is: "is",
  isNot: "is not",
  lt: "is below",
  lte: "is at most",
  gt: "is above",
  gte: "is at least",
};

function numberSentence(asked: ConditionOn<"number">): string {
  const amount = (value: number) => amountWords(asked.field, value);
  switch (asked.op) {
    case "between":
      return `is between ${countWords.format(asked.value[0])} and ${amount(asked.value[1])}`;
    case "in":
      return `is ${some.format(asked.value.map(amount))}`;
    case "notIn":
      return `is not ${some.format(asked.value.map(amount))}`;
    case "isEmpty":
      return "is missing";
    case "isNotEmpty":
      return "is known";
    default:
      return `${numberWords[asked.op]} ${amount(asked.value)}`;
  }
}

function keySentence(asked: ConditionOn<"key"> | ConditionOn<"choice">): string {
  switch (asked.op) {
    case "is":
      return `is ${asked.value}`;
    case "isNot":
      return `is not ${asked.value}`;
    case "in":
      return `is ${some.format(asked.value)}`;
    case "notIn":
      return `is not ${some.format(asked.value)}`;
    case "compatible":
      return `is compatible with ${asked.value}`;
    case "within": {
      const { steps, key } = asked.value;
      return `is at most ${steps} ${steps === 1 ? "step" : "steps"} from ${key}`;
    }
    case "isEmpty":
      return "is missing";
    case "isNotEmpty":
      return "is known";
  }
}

function spanWords({ count, unit }: { count: number; unit: string }) {
  return count === 1 ? unit.slice(0, -1) : `${countWords.format(count)} ${unit}`;
}

const dayOperators = {
  on: " on",
  notOn: ": not on",
  before: " before",
  onOrBefore: " on or before",
  after: " after",
  onOrAfter: " on or after",
};

function dateSentence(asked: ConditionOn<"date">): string {
  const { name, missing, known } = fields[asked.field];
  switch (asked.op) {
    case "isEmpty":
      return missing;
    case "isNotEmpty":
      return known;
    case "between":
      return `${name} between ${dayWords(asked.value[0])} and ${dayWords(asked.value[1])}`;
    case "inLast":
      return `${name} in the last ${spanWords(asked.value)}`;
    case "notInLast":
      return `${name}: not in the last ${spanWords(asked.value)}`;
    default:
      return `${name}${dayOperators[asked.op]} ${dayWords(asked.value)}`;
  }
}

function listSentence(asked: ConditionOn<"list">): string {
  const { name } = fields[asked.field];
  const plural = name.toLowerCase();
  switch (asked.op) {
    case "contains":
    case "startsWith":
    case "matches":
      return `One of the ${plural} ${textWords[asked.op]} ${quote(asked.value)}`;
    case "anyOf":
      return `${name} include ${some.format(asked.value.map(quote))}`;
    case "allOf":
      return `${name} include ${several.format(asked.value.map(quote))}`;
    case "noneOf":
      return `${name} do not include ${some.format(asked.value.map(quote))}`;
    case "isEmpty":
      return `Has no ${plural}`;
    case "isNotEmpty":
      return `Has ${plural}`;
  }
}

function flagSentence(asked: ConditionOn<"boolean">): string {
  const { name, yes, no } = fields[asked.field];
  if (asked.op === "is") return asked.value ? yes : no;
  return `${name} is ${asked.op === "isEmpty" ? "missing" : "known"}`;
}

/** A row of a rule as a sentence: "BPM is between 128 and 134". */
export function conditionWords(asked: Condition): string {
  const { name } = fields[asked.field];
  if (isOn("text", asked)) return `${name} ${textSentence(asked)}`;
  if (isOn("number", asked)) return `${name} ${numberSentence(asked)}`;
  if (isOn("date", asked)) return dateSentence(asked);
  if (isOn("list", asked)) return listSentence(asked);
  if (isOn("boolean", asked)) return flagSentence(asked);
  return `${name} ${keySentence(asked)}`;
}

export const groupWords = {
  all: "All of these hold",
  any: "At least one of these holds",
  none: "None of these holds",
};

const directionWords: Record<SortType, Record<SortOrder["direction"], string>> = {
  text: { asc: "A to Z", desc: "Z to A" },
  choice: { asc: "from none to golden", desc: "from golden to none" },
  number: { asc: "smallest first", desc: "greatest first" },
  date: { asc: "earliest first", desc: "latest first" },
  key: { asc: "from 1A to 12B", desc: "from 12B to 1A" },
  boolean: { asc: "no before yes", desc: "yes before no" },
};

/** What an order puts first: "smallest first". */
export const orderWords = ({ field, direction }: SortOrder) =>
  directionWords[fields[field].type][direction];

const atMost = (count: number, per: string) =>
  `At most ${countWords.format(count)} ${count === 1 ? "track" : "tracks"}${per}`;

/** What a rule says besides its rows, a sentence each: its sources, its order, its limits. */
export function optionWords(
  { sources, sort, limit, perArtist, perLabel }: Omit<RuleDefinition, "where">,
  offers: readonly SourceOffer[],
): string[] {
  const orders = sort.map((order) => `${fields[order.field].name}, ${orderWords(order)}`);
  const names = sources.map((id) => quote(sourceWords(id, offers)));
  return [
    names.length > 0 && `Only tracks of ${some.format(names)}`,
    orders.length > 0 && `Sorted by ${orders.join(", then ")}`,
    perArtist !== null && atMost(perArtist, " per artist"),
    perLabel !== null && atMost(perLabel, " per label"),
    limit !== null && atMost(limit, ""),
  ].filter((words) => words !== false);
}

/** What a source is called, or that it is there no more. */
export const sourceWords = (id: string, offers: readonly SourceOffer[]) =>
  offers.find((offer) => offer.id === id)?.name ?? "A source that is gone";

/** What a track has where a rule asks: "140", "8A", "Ben Klock and Fadi Mohem", "missing". */
export function foundWords(field: FieldId, track: RuleTrack, timeZone: string): string {
  const value = track[field];
  if (value === null) return "missing";
  if (Array.isArray(value)) return value.length > 0 ? several.format(value) : "none";
  if (value instanceof Date) return dayFormat(timeZone).format(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return amountWords(field, value);
  return fields[field].type === "date" ? dayWords(value) : value;
}

import type { FieldType } from "@/lib/rules/field";
import { type FieldId, fieldIds, fields } from "@/lib/rules/field";
import { groupWords } from "@/lib/rules/rule-words";
import { type DraftNode, isDraftGroup } from "./draft-rule";

const common = {
  is: "is",
  isNot: "is not",
  in: "is one of",
  notIn: "is none of",
  contains: "contains",
  startsWith: "starts with",
  matches: "matches (* and ?)",
  between: "is between",
  isEmpty: "is missing",
  isNotEmpty: "is known",
};

const words: Record<FieldType, Record<string, string>> = {
  text: common,
  choice: common,
  number: {
    ...common,
    lt: "is below",
    lte: "is at most",
    gt: "is above",
    gte: "is at least",
  },
  date: {
    ...common,
    on: "on",
    notOn: "not on",
    before: "before",
    onOrBefore: "on or before",
    after: "after",
    onOrAfter: "on or after",
    between: "between",
    inLast: "in the last",
    notInLast: "not in the last",
  },
  key: { ...common, compatible: "is compatible with", within: "is near" },
  boolean: { ...common, is: "is" },
  list: {
    ...common,
    contains: "one contains",
    startsWith: "one starts with",
    matches: "one matches (* and ?)",
    anyOf: "include any of",
    allOf: "include all of",
    noneOf: "include none of",
    isEmpty: "are none",
    isNotEmpty: "are any",
  },
};

/** An operator between its field and its value: "is at least". */
export const operatorWords = (field: FieldId, op: string) => words[fields[field].type][op] ?? op;

const groupNames = {
  catalogue: "Catalogue",
  library: "Your library",
  curation: "Your curation",
  yours: "Your marks",
};

/** The fields as a list offers them. */
export const fieldGroups = Object.entries(groupNames).map(([group, name]) => ({
  name,
  fields: fieldIds.filter((id) => fields[id].group === group),
}));

/** What a row or a group is about, to tell its controls from those of the others. */
export const nodeWords = (node: DraftNode) =>
  isDraftGroup(node)
    ? groupWords[node.kind]
    : `${fields[node.field].name} ${operatorWords(node.field, node.op)}`;

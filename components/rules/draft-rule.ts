import { type FieldId, type FieldType, fields } from "@/lib/rules/field";
import { operators, operatorsOf, type Shape } from "@/lib/rules/operator";
import { childPath, type GroupKind, openGroup } from "@/lib/rules/rule-node";
import type { RuleDefinition } from "@/lib/rules/rule-schema";

type One = string | number | boolean | null;

/** What stands in the field of a row, whole or half written. */
export type DraftValue =
  | One
  | readonly One[]
  | { readonly count: number | null; readonly unit: string }
  | { readonly key: string; readonly steps: number | null };

export type DraftRow = { id: string; field: FieldId; op: string; value?: DraftValue };
export type DraftGroup = { id: string; kind: GroupKind; nodes: readonly DraftNode[] };
export type DraftNode = DraftRow | DraftGroup;

/** A rule while it is edited: its rows may be unfinished, and each keeps its id wherever it goes. */
export type DraftRule = Omit<RuleDefinition, "where"> & { where: DraftGroup };

/** A rule whose rows may be unfinished, in the form in which a rule is stored. */
export type RawRule = Omit<RuleDefinition, "where"> & { where: RawGroup };
export type RawGroup = { all: RawNode[] } | { any: RawNode[] } | { none: RawNode[] };
export type RawNode = RawGroup | Omit<DraftRow, "id">;

export const isDraftGroup = (node: DraftNode): node is DraftGroup => "nodes" in node;

function draftGroup(node: RawGroup, path: string): DraftGroup {
  const { kind, nodes } = openGroup(node);
  return {
    id: path,
    kind,
    nodes: nodes.map((child, index) => draftNode(child, childPath(path, kind, index))),
  };
}

const draftNode = (node: RawNode, path: string): DraftNode =>
  "field" in node ? { ...node, id: path } : draftGroup(node, path);

/** The ids are the same wherever it is begun, so that server and browser agree on them. */
export const draftOf = ({ where, ...others }: RawRule): DraftRule => ({
  ...others,
  where: draftGroup(where, "where"),
});

function rawNode(node: DraftNode): object {
  if (isDraftGroup(node)) return { [node.kind]: node.nodes.map(rawNode) };
  const { id: _, ...row } = node;
  return row;
}

/** As it is stored or sent, to be read by `readRule`. */
export const rawOf = ({ where, ...others }: DraftRule): object => ({
  where: rawNode(where),
  ...others,
});

/** Which row or group is at which path. */
export function idsByPath({ where }: DraftRule): Map<string, string> {
  const ids = new Map<string, string>();
  const walk = (node: DraftNode, path: string) => {
    ids.set(path, node.id);
    if (!isDraftGroup(node)) return;
    for (const [index, child] of node.nodes.entries()) {
      walk(child, childPath(path, node.kind, index));
    }
  };
  walk(where, "where");
  return ids;
}

const allShapes: readonly Shape[] = ["none", "one", "two", "many", "span", "steps"];

export function shapeOf(field: FieldId, op: string): Shape {
  const shapes: Partial<Record<Shape, readonly string[]>> = operators[fields[field].type];
  return allShapes.find((shape) => shapes[shape]?.includes(op)) ?? "none";
}

const emptyOne: Record<FieldType, One> = {
  text: "",
  list: "",
  number: null,
  date: "",
  key: "8A",
  choice: "golden",
  boolean: true,
};

function emptyValue(type: FieldType, shape: Shape): DraftValue | undefined {
  switch (shape) {
    case "none":
      return undefined;
    case "one":
      return emptyOne[type];
    case "two":
      return [emptyOne[type], emptyOne[type]];
    case "many":
      return [];
    case "span":
      return { count: 3, unit: "months" };
    case "steps":
      return { key: "8A", steps: 1 };
  }
}

/** Row with a value that fits it; one that fitted before is kept. */
function rowWith(id: string, field: FieldId, op: string, kept?: DraftValue): DraftRow {
  const value = kept ?? emptyValue(fields[field].type, shapeOf(field, op));
  return value === undefined ? { id, field, op } : { id, field, op, value };
}

export const newRow = (id: string, field: FieldId = "bpm"): DraftRow =>
  rowWith(id, field, operatorsOf(fields[field].type)[0] ?? "");

/** Asks about another field; what was asked stays where it can. */
export function withField(row: DraftRow, field: FieldId): DraftRow {
  const { type } = fields[field];
  if (fields[row.field].type === type) {
    const isOfField = type === "text" || type === "list";
    return rowWith(row.id, field, row.op, isOfField && field !== row.field ? undefined : row.value);
  }
  return newRow(row.id, field);
}

/** Asks something else about the field; a value of one becomes a list of one, and back. */
export function withOperator(row: DraftRow, op: string): DraftRow {
  const before = shapeOf(row.field, row.op);
  const after = shapeOf(row.field, op);
  const { id, field, value } = row;
  if (before === after) return rowWith(id, field, op, value);
  if (before === "one" && after === "many" && value !== "" && value !== null) {
    return rowWith(id, field, op, [value as One]);
  }
  if (before === "many" && after === "one" && Array.isArray(value) && value.length > 0) {
    return rowWith(id, field, op, value[0]);
  }
  return rowWith(id, field, op);
}

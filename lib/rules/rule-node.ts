import type { RuleGroup, RuleNode } from "./rule-schema";

export const groupKinds = ["all", "any", "none"] as const;
export type GroupKind = (typeof groupKinds)[number];

export const isGroup = (node: RuleNode): node is RuleGroup => !("field" in node);

type Grouped<Node> = { all: Node[] } | { any: Node[] } | { none: Node[] };

/** The kind of a group, and what is in it. */
export function openGroup<Node>(group: Grouped<Node>): { kind: GroupKind; nodes: Node[] } {
  if ("all" in group) return { kind: "all", nodes: group.all };
  if ("any" in group) return { kind: "any", nodes: group.any };
  return { kind: "none", nodes: group.none };
}

/** Where a row is: `where.all[2].any[0]`. */
export const childPath = (path: string, kind: GroupKind, index: number) =>
  `${path}.${kind}[${index}]`;

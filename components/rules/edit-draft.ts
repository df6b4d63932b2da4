import type { GroupKind } from "@/lib/rules/rule-node";
import { type DraftGroup, type DraftNode, type DraftRow, isDraftGroup } from "./draft-rule";

type Place = { parent: DraftGroup; index: number; node: DraftNode };

/** Where a row or a group stands; null for the outermost group and for what is not there. */
export function placeOf(group: DraftGroup, id: string): Place | null {
  for (const [index, node] of group.nodes.entries()) {
    if (node.id === id) return { parent: group, index, node };
    if (!isDraftGroup(node)) continue;
    const place = placeOf(node, id);
    if (place) return place;
  }
  return null;
}

const mapGroup = (
  group: DraftGroup,
  id: string,
  change: (group: DraftGroup) => DraftGroup,
): DraftGroup => {
  if (group.id === id) return change(group);
  const nodes = group.nodes.map((node) => (isDraftGroup(node) ? mapGroup(node, id, change) : node));
  return nodes.every((node, index) => node === group.nodes[index]) ? group : { ...group, nodes };
};

const splice = (
  root: DraftGroup,
  groupId: string,
  at: number,
  removed: number,
  added: readonly DraftNode[] = [],
) =>
  mapGroup(root, groupId, (group) => ({
    ...group,
    nodes: group.nodes.toSpliced(at, removed, ...added),
  }));

/** Puts a row or a group behind another one, or at the end of the group that is named. */
export function addNode(root: DraftGroup, beside: string, node: DraftNode): DraftGroup {
  const place = placeOf(root, beside);
  if (place && !isDraftGroup(place.node)) {
    return splice(root, place.parent.id, place.index + 1, 0, [node]);
  }
  const group = place && isDraftGroup(place.node) ? place.node : root;
  return splice(root, group.id, group.nodes.length, 0, [node]);
}

export function removeNode(root: DraftGroup, id: string): DraftGroup {
  const place = placeOf(root, id);
  return place ? splice(root, place.parent.id, place.index, 1) : root;
}

export function putRow(root: DraftGroup, row: DraftRow): DraftGroup {
  const place = placeOf(root, row.id);
  return place ? splice(root, place.parent.id, place.index, 1, [row]) : root;
}

export const setKind = (root: DraftGroup, id: string, kind: GroupKind) =>
  mapGroup(root, id, (group) => ({ ...group, kind }));

/** Out of its group, before or behind it; a group that nothing is left in goes. */
function leaveGroup(root: DraftGroup, { parent, index, node }: Place, by: -1 | 1): DraftGroup {
  const outer = placeOf(root, parent.id);
  if (!outer) return root;
  const without = splice(root, parent.id, index, 1);
  const isEmpty = parent.nodes.length === 1;
  return isEmpty
    ? splice(without, outer.parent.id, outer.index, 1, [node])
    : splice(without, outer.parent.id, outer.index + (by > 0 ? 1 : 0), 0, [node]);
}

/** One place up or down; past the end of its group it leaves it. */
export function moveNode(root: DraftGroup, id: string, by: -1 | 1): DraftGroup {
  const place = placeOf(root, id);
  if (!place) return root;
  const { parent, index, node } = place;
  const next = index + by;
  if (next < 0 || next >= parent.nodes.length) return leaveGroup(root, place, by);
  return splice(splice(root, parent.id, index, 1), parent.id, next, 0, [node]);
}

/** Into the group above it, or into a new one of its own. */
export function nestNode(root: DraftGroup, id: string, newId: string): DraftGroup {
  const place = placeOf(root, id);
  if (!place) return root;
  const { parent, index, node } = place;
  const above = parent.nodes[index - 1];
  if (above && isDraftGroup(above)) {
    const without = splice(root, parent.id, index, 1);
    return splice(without, above.id, above.nodes.length, 0, [node]);
  }
  const kind = parent.kind === "any" ? "all" : "any";
  return splice(root, parent.id, index, 1, [{ id: newId, kind, nodes: [node] }]);
}

/** Out of its group, behind it. */
export function liftNode(root: DraftGroup, id: string): DraftGroup {
  const place = placeOf(root, id);
  return place ? leaveGroup(root, place, 1) : root;
}

/** The same once more, behind it. */
export function duplicateNode(root: DraftGroup, id: string, nextId: () => string): DraftGroup {
  const place = placeOf(root, id);
  if (!place) return root;
  return splice(root, place.parent.id, place.index + 1, 0, [copyNode(place.node, nextId)]);
}

const copyNode = (node: DraftNode, nextId: () => string): DraftNode =>
  isDraftGroup(node)
    ? { ...node, id: nextId(), nodes: node.nodes.map((child) => copyNode(child, nextId)) }
    : { ...node, id: nextId() };

/** A row of the editor: a condition or the head of a group, and how deep it stands. */
export type DraftLine = { node: DraftNode; level: number; position: number; siblings: number };

/** All rows in the order in which they are read. */
export function linesOf(root: DraftGroup): DraftLine[] {
  const lines: DraftLine[] = [];
  const walk = (node: DraftNode, level: number, position: number, siblings: number) => {
    lines.push({ node, level, position, siblings });
    if (!isDraftGroup(node)) return;
    for (const [index, child] of node.nodes.entries()) {
      walk(child, level + 1, index + 1, node.nodes.length);
    }
  };
  walk(root, 1, 1, 1);
  return lines;
}

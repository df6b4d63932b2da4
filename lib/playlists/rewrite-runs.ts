import type { Layout, Segment } from "./lay-out";
import { canBeAdded, type Places } from "./row";

type Run = Segment & { uris: string[]; fixed: boolean };
type Group = { runs: Run[]; saved: number; rows: number };
type Limits = { held: ReadonlySet<string>; most: number; removals: number };

/**
 * Rows that are better taken out, all with one request, and put in again together with their new
 * neighbours than moved run by run or left between two additions. Answers the URIs to take out, as
 * many as fit into so many removals.
 */
export function rewriteRuns(target: Places, { gone, segments }: Layout, limits: Limits) {
  const room = limits.removals * limits.most;
  const runs = segments.map((segment): Run => {
    const places = target.slice(segment.from, segment.from + segment.length);
    return {
      ...segment,
      uris: [...new Set(places.filter(canBeAdded))].filter((uri) => limits.held.has(uri)),
      fixed: !places.every(canBeAdded),
    };
  });
  const out = new Set(gone);
  const takeOut = (taken: readonly Run[]) => {
    const uris = new Set(taken.flatMap((run) => run.uris.filter((uri) => !out.has(uri))));
    if (out.size + uris.size > room) return;
    for (const uri of uris) out.add(uri);
    for (const run of taken) run.kind = "add";
  };

  for (const group of groupsOf(runs, limits.most)) takeOut(group.runs);
  const between = runs
    .map((run, at) => ({ run, at }))
    .filter(({ run }) => run.kind === "stay" && !run.fixed && run.length < limits.most)
    .toSorted((one, other) => one.run.length - other.run.length);
  for (const { at } of between) {
    const join = joined(runs, at, limits.most);
    if (join) takeOut(join);
  }
  return out;
}

/** Runs without one that stays between them, where putting all in at once saves requests. */
function groupsOf(runs: readonly Run[], most: number): Group[] {
  const groups: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === "stay" || run.fixed) groups.push([]);
    else groups.at(-1)?.push(run);
  }
  return groups
    .map((group) => {
      const rows = group.reduce((sum, { length }) => sum + length, 0);
      const moved = group.filter(({ kind }) => kind === "move");
      const apart = group.reduce((sum, run) => sum + costOf(run, most), 0);
      return { runs: moved, saved: apart - Math.ceil(rows / most), rows: lengthOf(moved) };
    })
    .filter(({ saved }) => saved > 0)
    .toSorted((one, other) => one.rows / one.saved - other.rows / other.saved);
}

const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);
const costOf = ({ kind, length }: Run, most: number) =>
  kind === "move" ? 1 : Math.ceil(length / most);

/** What stays and its neighbours, where putting all in at once saves requests; null where it does not. */
function joined(runs: readonly Run[], at: number, most: number): Run[] | null {
  const here = runs[at];
  const before = reach(runs, at, -1);
  const after = reach(runs, at, 1);
  if (!here || before.length === 0 || after.length === 0) return null;
  const all = [...before, here, ...after];
  const apart = sideCost(before, most) + sideCost(after, most);
  return apart > Math.ceil(lengthOf(all) / most) ? all : null;
}

function reach(runs: readonly Run[], at: number, step: 1 | -1): Run[] {
  const reached: Run[] = [];
  for (let next = at + step; ; next += step) {
    const run = runs[next];
    if (!run || run.kind === "stay" || run.fixed) return reached;
    reached.push(run);
  }
}

const sideCost = (runs: readonly Run[], most: number) =>
  Math.ceil(lengthOf(runs.filter(({ kind }) => kind === "add")) / most) +
  runs.filter(({ kind }) => kind === "move").length;

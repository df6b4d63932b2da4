import { longestRising } from "@/lib/library/longest-rising";
import { matchPlaces } from "@/lib/library/match-places";
import { keyOf, type Places } from "./row";

/** Rows that stand together before and after: `from` counts what is left, `at` the target's rows that are there already. */
type Block = { from: number; at: number; length: number; stays: boolean };

/** Neighbouring rows of the target that meet the same fate. */
export type Segment = { kind: "stay" | "move" | "add"; from: number; length: number };

export type Layout = {
  gone: ReadonlySet<string>;
  blocks: Block[];
  segments: Segment[];
  requests: number;
};

export type Sides = { actual: Places; target: Places; most: number };

/**
 * How to get from what is there to the target once every copy of the `gone` is taken out: which runs
 * stay, which are moved, which are put in.
 */
export function layOut({ actual, target, most }: Sides, gone: ReadonlySet<string>): Layout {
  const left = actual
    .filter((uri) => !gone.has(keyOf(uri)))
    .map((uri, at) => ({ key: keyOf(uri), at }));
  const { kept, moved } = matchPlaces(
    left,
    target.map((uri) => ({ key: keyOf(uri) })),
  );
  const origins = target.map((_, index) => (kept.get(index) ?? moved.get(index))?.at ?? null);
  const keeps = new Set([...kept.values()].map(({ at }) => at));
  const blocks = blocksOf(
    origins.filter((origin) => origin !== null),
    keeps,
  );
  const segments = segmentsOf(origins, blocks);
  const adds = segments.filter(({ kind }) => kind === "add");
  const requests =
    Math.ceil(gone.size / most) +
    blocks.filter(({ stays }) => !stays).length +
    adds.reduce((sum, { length }) => sum + Math.ceil(length / most), 0);
  return { gone, blocks, segments, requests };
}

/** As many blocks as possible stay, since each other one costs a request; of equally many, most rows. */
function blocksOf(origins: readonly number[], keeps: ReadonlySet<number>): Block[] {
  const blocks: Block[] = [];
  for (const [at, from] of origins.entries()) {
    const last = blocks.at(-1);
    if (last && last.from + last.length === from) last.length += 1;
    else blocks.push({ from, at, length: 1, stays: false });
  }
  const rising = longestRising(blocks.map(({ from }) => from)).flatMap((at) => blocks[at] ?? []);
  const heaviest = blocks.filter(({ from }) => keeps.has(from));
  const staying = heaviest.length === rising.length ? heaviest : rising;
  for (const block of staying) block.stays = true;
  return blocks;
}

function segmentsOf(origins: readonly (number | null)[], blocks: readonly Block[]): Segment[] {
  const blockOf = blocks.flatMap((block) => Array<Block>(block.length).fill(block));
  const segments: Segment[] = [];
  let held = 0;
  let previous: Block | null = null;
  for (const [from, origin] of origins.entries()) {
    const block = origin === null ? null : (blockOf[held] ?? null);
    if (origin !== null) held += 1;
    const kind = fateOf(block);
    const last = segments.at(-1);
    const goesOn = last?.kind === kind && (kind !== "move" || block === previous);
    if (last && goesOn) last.length += 1;
    else segments.push({ kind, from, length: 1 });
    previous = block;
  }
  return segments;
}

function fateOf(block: Block | null): Segment["kind"] {
  if (block === null) return "add";
  return block.stays ? "stay" : "move";
}

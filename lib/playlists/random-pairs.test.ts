import { expect, test } from "vitest";
import { fitTarget } from "./fit-target";
import { mergeRows } from "./merge-rows";
import { planRows } from "./plan-rows";
import { applyWrite } from "./playlist-write";
import { canBeAdded, countUris, type Places, type Row, urisOf } from "./row";
import { randomPair } from "./testing/random-pair";

const PAIRS = 500;
const pool = Array.from({ length: 2000 }, (_, index) => `spotify:track:${index}`);
const byPerson = (rows: readonly Row[]) => urisOf(rows.filter(({ by }) => by !== "rule"));

function settle(seed: number) {
  const { rows, desired, removedByHand } = randomPair(seed, pool, { unnamed: seed % 3 });
  const sides = { actual: rows, desired, removedByHand: new Set(removedByHand) };
  const merged = mergeRows({ ...sides, mayRemove: () => true });
  const target = fitTarget(rows, merged.rows).rows;
  const { writes } = planRows(urisOf(rows), urisOf(target));
  const held = writes.reduce<Places>((places, write) => applyWrite(places, write), urisOf(rows));
  return { rows, merged, target, writes, held };
}

test(`of ${PAIRS} random pairs each comes out as planned, loses nobody's row, and is no dearer than a replacement`, () => {
  for (let seed = 0; seed < PAIRS; seed += 1) {
    const { rows, merged, target, writes, held } = settle(seed);
    expect(held, `seed ${seed}`).toEqual(urisOf(target));
    expect(target, `seed ${seed}`).toEqual(merged.rows);
    const left = countUris(held);
    for (const [uri, count] of countUris(byPerson(rows))) {
      expect(left.get(uri) ?? 0, `seed ${seed}: ${uri}`).toBeGreaterThanOrEqual(count);
    }
    if (urisOf(rows).every(canBeAdded)) {
      const replacing = Math.max(1, Math.ceil(target.length / 100));
      expect(writes.length, `seed ${seed}`).toBeLessThanOrEqual(replacing);
    }
  }
});

/** Indexes of a longest strictly rising subsequence, in O(n log n). */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length, where the rising run of that length with the smallest end ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    const length = firstNotBelow(ends, number, numbers);
    previous[index] = ends[length - 1];
    ends[length] = index;
  }
  const indexes: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) indexes.push(at);
  return indexes.toReversed();
}

function firstNotBelow(ends: readonly number[], number: number, numbers: readonly number[]) {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = numbers[ends[middle] ?? 0] ?? 0;
    if (end < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

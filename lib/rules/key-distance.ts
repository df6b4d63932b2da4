import { type Camelot, parseCamelot } from "@/lib/catalog/camelot";

const hours = Array.from({ length: 12 }, (_, index) => index + 1);

/** The 24 Camelot keys in the order of the wheel: 1A, 1B, 2A … 12B. */
export const camelotKeys = hours.flatMap((hour) => [`${hour}A`, `${hour}B`]);

/** From one key to the one that is farthest. */
export const FARTHEST = 7;

/** Steps on the wheel: an hour along is one, and so is the change between minor and major. */
export function stepsBetween(one: Camelot, other: Camelot): number {
  const apart = Math.abs(one.hour - other.hour);
  return Math.min(apart, 12 - apart) + (one.minor === other.minor ? 0 : 1);
}

/** Keys at most so many steps away; one step is what DJs call compatible. */
export function keysWithin(key: string, steps: number): string[] {
  const from = parseCamelot(key);
  return camelotKeys.filter((name) => {
    const to = parseCamelot(name);
    return from && to && stepsBetween(from, to) <= steps;
  });
}

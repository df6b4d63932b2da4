export type Camelot = { hour: number; minor: boolean };

/** Reads "8A"; null when it is no Camelot key. */
export function parseCamelot(key: string | null): Camelot | null {
  const match = /^(1[0-2]|[1-9])([AB])$/i.exec(key ?? "");
  if (!match) return null;
  return { hour: Number(match[1]), minor: match[2]?.toUpperCase() === "A" };
}

/** 1A, 1B, 2A … 12B, then whatever has no key. */
export function camelotRank(key: string | null): number {
  const camelot = parseCamelot(key);
  return camelot ? camelot.hour * 2 + (camelot.minor ? 0 : 1) : 1000;
}

/** Keys that mix: the same, one hour along the wheel, or its relative major or minor. */
export function inHarmony(one: Camelot, other: Camelot): boolean {
  const hours = Math.abs(one.hour - other.hour);
  const steps = Math.min(hours, 12 - hours);
  return one.minor === other.minor ? steps <= 1 : steps === 0;
}

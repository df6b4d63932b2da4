export const LONGEST_NAME = 80;

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The name, or the name with the first number that nobody has: "Peak time (2)". */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : ` (${number})`;
    const free = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    if (!taken.some((other) => isSame(other, free))) return free;
  }
}

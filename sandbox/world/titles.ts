import type { Flavour } from "./flavours";
import type { Random } from "./random";

const suffixes = ["II", "Pt. 2", "303", "Theory", "Tool", "Sequence", "Reprise"];

function drawTitle(random: Random, { nouns, adjectives, phrases }: Flavour): string {
  const noun = () => random.pick(nouns);
  return random.weighted([
    [() => `${random.pick(adjectives)} ${noun()}`, 36],
    [() => `${noun()} ${noun()}`, 20],
    [noun, 14],
    [() => random.pick(phrases), 16],
    [() => `The ${noun()}`, 5],
    [() => `${noun()} & ${noun()}`, 4],
    [() => `${noun()} ${random.pick(suffixes)}`, 5],
  ])();
}

/** A title that the week has not heard yet, as long as a few tries find one. */
export function freshTitle(random: Random, flavour: Flavour, heard: Set<string>): string {
  let title = drawTitle(random, flavour);
  for (let tries = 0; heard.has(title) && tries < 8; tries += 1) title = drawTitle(random, flavour);
  heard.add(title);
  return title;
}

import type { Places, Write } from "./plan-mirror";

/**
 * What Clouder knows to be its own in a playlist. `own` was put there; one that is missing since was
 * removed by hand. `inFlight` was named by a write whose outcome is not known yet.
 */
export type Ownership = { own: string[]; inFlight: string[] };

export const nothingOwned: Ownership = { own: [], inFlight: [] };

/** Written down before the request is sent, so that a crash in between can be told apart. */
export function beforeWrite({ own }: Ownership, write: Write, removedByHand: readonly string[]) {
  if (write.kind === "add") return { own, inFlight: write.uris };
  if (write.kind === "remove") return { own: without(own, write.uris), inFlight: write.uris };
  return { own: [...removedByHand], inFlight: union(without(own, removedByHand), write.uris) };
}

/** The write is known to have arrived. */
export function afterWrite({ own }: Ownership, write: Write): Ownership {
  const arrived = write.kind === "remove" ? [] : write.uris;
  return { own: union(own, arrived), inFlight: [] };
}

/** The playlist was read after a write of unknown outcome: of it, Clouder's is what is there. */
export function afterReading({ own, inFlight }: Ownership, actual: Places): Ownership {
  const held = new Set(actual);
  return {
    own: union(
      own,
      inFlight.filter((uri) => held.has(uri)),
    ),
    inFlight: [],
  };
}

/** What is neither there nor wanted any more need not be remembered. */
export function forgetGone(
  { own }: Ownership,
  actual: Places,
  desired: readonly string[],
): Ownership {
  const known = new Set<string | null>([...actual, ...desired]);
  return { own: own.filter((uri) => known.has(uri)), inFlight: [] };
}

const union = (one: readonly string[], other: readonly string[]) => [
  ...new Set([...one, ...other]),
];

function without(uris: readonly string[], gone: readonly string[]) {
  const set = new Set(gone);
  return uris.filter((uri) => !set.has(uri));
}

import type { Said } from "@/lib/enrichment/enricher";
import { inChunks } from "@/lib/in-chunks";

/** What an enricher says of tracks, in their order; null where it does not speak of them all. */
type Ask<Track> = (tracks: readonly Track[]) => Promise<(Said | null)[] | null>;

/** Some recordings, as a question about them, the way to read its answers, and the same in two. */
export type Question = {
  keys: string[];
  ask: () => Promise<(Said | null)[] | null>;
  halves: () => Question[];
};

export function questionOf<Track>(
  rows: readonly { key: string; track: Track }[],
  ask: Ask<Track>,
): Question {
  return {
    keys: rows.map(({ key }) => key),
    ask: () => ask(rows.map(({ track }) => track)),
    halves: () => inChunks(rows, Math.ceil(rows.length / 2)).map((some) => questionOf(some, ask)),
  };
}

type Answer = { keys: string[]; said: (Said | null)[] };

/**
 * Asks a question. Where it is refused, its halves are asked, down to the recording that is the
 * reason: that one is answered with nothing, so that it stands in nobody's way.
 */
export async function* answersTo(question: Question): AsyncGenerator<Answer, void> {
  const { keys } = question;
  const said = await question.ask();
  if (said || keys.length === 1) {
    yield { keys, said: said ?? [null] };
    return;
  }
  for (const half of question.halves()) yield* answersTo(half);
}

import type { Moment } from "./day-range";
import { compileRule } from "./evaluate-rule";
import type { RuleDefinition } from "./rule-schema";
import type { RuleTrack } from "./track-facts";

/**
 * The tracks that each of several rules asks for. Every track is asked everything at once: going
 * through a library again for each rule takes several times as long.
 */
export function matchRules(
  rules: readonly Pick<RuleDefinition, "where" | "sources">[],
  tracks: readonly RuleTrack[],
  at: Moment,
): RuleTrack[][] {
  const asked = rules.map((rule) => ({ asks: compileRule(rule, at), found: [] as RuleTrack[] }));
  for (const track of tracks) {
    for (const { asks, found } of asked) if (asks(track)) found.push(track);
  }
  return asked.map(({ found }) => found);
}

import type { Condition } from "./condition-schema";
import type { Moment } from "./day-range";
import { readCondition } from "./read-condition";
import type { Bound, Scalar, Test, TextTest } from "./reading";
import { isGroup, openGroup } from "./rule-node";
import type { RuleDefinition, RuleNode } from "./rule-schema";
import type { RuleTrack } from "./track-facts";
import { wildcardMatcher } from "./wildcard";

/** Whether a track is one that is asked for. */
export type Asks = (track: RuleTrack) => boolean;

/** Whether a known value is within the bounds: of each side there is one at most. */
function fits<T extends number | string>(bounds: readonly Bound<T>[]) {
  const at = (side: Bound<T>["side"]) => bounds.find((bound) => bound.side === side)?.value;
  const [above, least, below, most] = [at(">"), at(">="), at("<"), at("<=")];
  return (value: T | null) =>
    value !== null &&
    (above === undefined || value > above) &&
    (least === undefined || value >= least) &&
    (below === undefined || value < below) &&
    (most === undefined || value <= most);
}

const instants = (bounds: readonly Bound<Date>[]): Bound<number>[] =>
  bounds.map(({ side, value }) => ({ side, value: value.getTime() }));

function textTest(kind: TextTest, text: string) {
  if (kind === "matches") return wildcardMatcher(text);
  return kind === "contains"
    ? (value: string) => value.includes(text)
    : (value: string) => value.startsWith(text);
}

const ofSome = {
  someContains: "contains",
  someStartsWith: "startsWith",
  someMatches: "matches",
} as const;

function compileTest(test: Test): Asks {
  switch (test.kind) {
    case "known": {
      const { column } = test;
      return (track) => {
        const value = track[column];
        return Array.isArray(value) ? value.length > 0 : value !== null;
      };
    }
    case "oneOf": {
      const { column, values } = test;
      const [only, ...others] = values;
      if (others.length === 0) return (track) => track[column] === only;
      const all = new Set<Scalar | null>(values);
      return (track) => all.has(track[column]);
    }
    case "numbers": {
      const { column } = test;
      const holds = fits(test.bounds);
      return (track) => holds(track[column]);
    }
    case "days": {
      const holds = fits(test.bounds);
      return (track) => holds(track.releasedOn);
    }
    case "moments": {
      const { column } = test;
      const holds = fits(instants(test.bounds));
      return (track) => holds(track[column]?.getTime() ?? null);
    }
    case "anyOf": {
      const { column } = test;
      const wanted = new Set(test.values);
      return (track) => {
        for (const value of track[column]) if (wanted.has(value)) return true;
        return false;
      };
    }
    case "allOf": {
      const { column } = test;
      return (track) => test.values.every((value) => track[column].includes(value));
    }
    case "someContains":
    case "someStartsWith":
    case "someMatches": {
      const { column } = test;
      const holds = textTest(ofSome[test.kind], test.text);
      return (track) => {
        for (const value of track[column]) if (holds(value)) return true;
        return false;
      };
    }
    default: {
      const { column } = test;
      const holds = textTest(test.kind, test.text);
      return (track) => {
        const value = track[column];
        return value !== null && holds(value);
      };
    }
  }
}

/** Prepares one row of a rule. */
export function compileCondition(asked: Condition, at: Moment): Asks {
  const { negated, test } = readCondition(asked, at);
  const holds = compileTest(test);
  return negated ? (track) => !holds(track) : holds;
}

/** Whether any part holds; a loop, because this is asked of every track. */
const anyOf = (parts: readonly Asks[]) => (track: RuleTrack) => {
  for (const holds of parts) if (holds(track)) return true;
  return false;
};

const allOf = (parts: readonly Asks[]) => (track: RuleTrack) => {
  for (const holds of parts) if (!holds(track)) return false;
  return true;
};

const noneOf = (parts: readonly Asks[]) => (track: RuleTrack) => {
  for (const holds of parts) if (holds(track)) return false;
  return true;
};

const groups = { all: allOf, any: anyOf, none: noneOf };

/** Prepares a row or a group. */
export function compileNode(node: RuleNode, at: Moment): Asks {
  if (!isGroup(node)) return compileCondition(node, at);
  const { kind, nodes } = openGroup(node);
  return groups[kind](nodes.map((child) => compileNode(child, at)));
}

/** Prepares a rule once, for any number of tracks: its sources and its conditions. */
export function compileRule(rule: Pick<RuleDefinition, "where" | "sources">, at: Moment): Asks {
  const holds = compileNode(rule.where, at);
  if (rule.sources.length === 0) return holds;
  const sources = new Set(rule.sources);
  return (track) => track.sources.some((source) => sources.has(source)) && holds(track);
}

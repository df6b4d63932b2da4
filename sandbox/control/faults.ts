import { type Random, randomFrom } from "../world/random";
import type { Fault } from "./fault";
import { matches } from "./match";

interface Rule {
  id: number;
  fault: Fault;
  hits: number;
  passed: number;
  random: Random;
}

/** The rules in force; the first that matches a request decides it. */
export function createFaults() {
  let rules: Rule[] = [];
  let lastId = 0;
  const shown = ({ id, fault, hits }: Rule) => ({ id, hits, ...fault });

  return {
    add(fault: Fault) {
      lastId += 1;
      const rule: Rule = { id: lastId, fault, hits: 0, passed: 0, random: randomFrom(fault.seed) };
      rules.push(rule);
      return shown(rule);
    },

    list: () => rules.map(shown),

    /** The fault that hits this request, counted as a hit. */
    strike(request: { method: string; path: string }): Fault | null {
      for (const rule of rules) {
        const { times, skip = 0, match, probability } = rule.fault;
        if (times !== undefined && rule.hits >= times) continue;
        if (!matches(match, request)) continue;
        if (rule.passed < skip) {
          rule.passed += 1;
          continue;
        }
        if (probability !== undefined && !rule.random.chance(probability)) continue;
        rule.hits += 1;
        return rule.fault;
      }
      return null;
    },

    clear() {
      rules = [];
    },
  };
}

import { matchRules } from "@/lib/rules/match-rules";
import { ruleTemplates } from "@/lib/rules/templates";
import { foldFacts } from "@/lib/rules/track-facts";
import { report } from "../report";
import { bigLibrary, nestedRule } from "../rules-library";

const TRACKS = 10_000;
const RULES = 20;
const READINGS = 9;

const at = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };
const facts = bigLibrary(TRACKS, at.now);
const templates = ruleTemplates(["Label 7", "Label 70"]).map(({ definition }) => definition);
const nested = Array.from({ length: RULES - templates.length }, (_, index) =>
  nestedRule(118 + index),
);
const rules = [...templates, ...nested];

function timed(work: () => unknown) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(work: () => unknown) {
  const times = Array.from({ length: READINGS }, () => timed(work)).sort((a, b) => a - b);
  return Math.round((times[Math.floor(READINGS / 2)] ?? 0) * 10) / 10;
}

const tracks = facts.map(foldFacts);
report({
  name: "rules.eval_200k_ms",
  value: median(() => matchRules(rules, tracks, at)),
  unit: "ms",
  on: `median of ${READINGS} rounds of ${RULES} rule sets, ${nested.length} of them nested four deep, over ${TRACKS} tracks, compiled each round`,
});
report({
  name: "rules.fold_10k_ms",
  value: median(() => facts.map(foldFacts)),
  unit: "ms",
  on: `median of ${READINGS} foldings of the texts of ${TRACKS} tracks`,
});

import type { z } from "zod";
import { conditionsOf } from "./condition-schema";
import { fields, isField } from "./field";
import { operatorsOf } from "./operator";
import { childPath, type GroupKind, groupKinds } from "./rule-node";
import { MOST_ROWS, type RuleDefinition, ruleDefinition } from "./rule-schema";

/** What is wrong with a rule, and with which of its rows: `where.all[2].any[0]`. */
export type RuleProblem = { path: string; message: string };

export type ReadRule =
  | { ok: true; definition: RuleDefinition }
  | { ok: false; problems: RuleProblem[] };

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type OpenedGroup = { kind: GroupKind; nodes: unknown[] };

/** The lists of a group, of which a right one has one. */
const groupsIn = (node: Raw): OpenedGroup[] =>
  groupKinds.flatMap((kind) => {
    const nodes = node[kind];
    return Array.isArray(nodes) ? [{ kind, nodes }] : [];
  });

/** Whether a rule is too much to read: counted level by level, so that no depth is too deep for it. */
function sizeProblem(where: unknown): RuleProblem | null {
  let level = [where];
  for (let rows = 1; level.length > 0; rows += level.length) {
    if (rows > MOST_ROWS) {
      return { path: "where", message: `A rule set has at most ${MOST_ROWS} rows.` };
    }
    level = level.flatMap((node) =>
      groupsIn(isRaw(node) ? node : {}).flatMap(({ nodes }) => nodes),
    );
  }
  return null;
}

function conditionProblem(node: Raw): string | null {
  const { field, op } = node;
  if (!isField(field)) {
    return typeof field === "string" ? `There is no field “${field}”.` : "Choose a field.";
  }
  const { name, type } = fields[field];
  if (typeof op !== "string") return `${name}: choose what to ask.`;
  if (!operatorsOf(type).includes(op)) return `${name}: “${op}” cannot be asked of it.`;
  const [issue] = conditionsOf[type].safeParse(node).error?.issues ?? [];
  return issue ? `${name}: ${issueWords(issue)}` : null;
}

const issueWords = (issue: z.core.$ZodIssue) =>
  issue.code === "unrecognized_keys"
    ? `There is no ${issue.keys.map((key) => `“${key}”`).join(", ")} here.`
    : issue.message;

function nodeProblems(node: unknown, path: string): RuleProblem[] {
  if (!isRaw(node)) return [{ path, message: "This is neither a row nor a group." }];
  if ("field" in node) {
    const message = conditionProblem(node);
    return message ? [{ path, message }] : [];
  }
  const [group] = groupsIn(node);
  if (!group || Object.keys(node).length > 1) {
    return [{ path, message: "A group is one list of rows: all, any or none." }];
  }
  return group.nodes.flatMap((child, index) =>
    nodeProblems(child, childPath(path, group.kind, index)),
  );
}

const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, step) =>
      typeof step === "number"
        ? `${text}[${step}]`
        : [text, String(step)].filter(Boolean).join("."),
    "",
  );

/** What is wrong with a part of a rule or its file, and where: `sort[0].field`. */
export const problemOf = (issue: z.core.$ZodIssue, below: readonly string[] = []): RuleProblem => ({
  path: pathText([...below, ...issue.path]),
  message: issueWords(issue),
});

/** Reads a rule that comes from outside: a form, a file, a program. */
export function readRule(raw: unknown): ReadRule {
  const { where, ...others } = isRaw(raw) ? raw : {};
  const tooMuch = sizeProblem(where);
  if (tooMuch) return { ok: false, problems: [tooMuch] };

  const read = ruleDefinition.safeParse(raw);
  if (read.success) return { ok: true, definition: read.data };
  const outermost = isRaw(where) && !("field" in where) ? where : null;
  const rows = outermost
    ? nodeProblems(outermost, "where")
    : [{ path: "where", message: "Begin with a group of rows: all, any or none." }];
  const rest = ruleDefinition.omit({ where: true }).safeParse(others).error?.issues ?? [];
  return {
    ok: false,
    problems: [...rows, ...rest.map((issue) => problemOf(issue))],
  };
}

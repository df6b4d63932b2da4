import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { trackFacts } from "@/db/schema";
import type { Moment } from "@/lib/rules/day-range";
import { readCondition } from "@/lib/rules/read-condition";
import type { Bound, Scalar, Test } from "@/lib/rules/reading";
import { isGroup, openGroup } from "@/lib/rules/rule-node";
import type { RuleDefinition, RuleNode } from "@/lib/rules/rule-schema";
import { likeContaining, likeOf, likeStarting } from "@/lib/rules/wildcard";

const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/** No text that a rule looks for has a line break in it. */
const joined = (column: SQL) => sql`array_to_string(${column}, E'\n')`;

function isOneOf(column: SQL, values: readonly Scalar[]): SQL {
  const [only] = values;
  if (values.length === 1 && typeof only === "string") return sql`${column} = ${only}::text`;
  if (values.length === 1 && typeof only === "number") return sql`${column} = ${only}::float8`;
  if (typeof only === "boolean") return sql`${column} = ${only}::boolean`;
  return typeof only === "number"
    ? sql`${column} = any(${sql.param([...values])}::float8[])`
    : sql`${column} = any(${sql.param([...values])}::text[])`;
}

function fits<T>(column: SQL, bounds: readonly Bound<T>[], asSql: (value: T) => SQL): SQL {
  const checks = bounds.map(({ side, value }) => sql`${column} ${sql.raw(side)} ${asSql(value)}`);
  return sql.join(checks, sql` and `);
}

/** A test in SQL; it is null at most where it does not hold. */
function testSql(test: Test): SQL {
  const column = sql`${trackFacts[test.column]}`;
  switch (test.kind) {
    case "known":
      return trackFacts[test.column].columnType === "PgArray"
        ? sql`${column} <> '{}'`
        : sql`${column} is not null`;
    case "oneOf":
      return isOneOf(test.column === "stage" ? sql`${column}::text` : column, test.values);
    case "contains":
      return sql`${column} like ${likeContaining(test.text)}::text`;
    case "startsWith":
      return sql`${column} like ${likeStarting(test.text)}::text`;
    case "matches":
      return sql`${column} like ${likeOf(test.text)}::text`;
    case "numbers":
      return fits(column, test.bounds, (value) => sql`${value}::float8`);
    case "days":
      return fits(column, test.bounds, (value) => sql`${value}::date`);
    case "moments":
      return fits(column, test.bounds, (value) => sql`${value.toISOString()}::timestamptz`);
    case "anyOf":
      return sql`${column} && ${texts(test.values)}`;
    case "allOf":
      return sql`${column} @> ${texts(test.values)}`;
    case "someContains":
      return sql`${joined(column)} like ${likeContaining(test.text)}::text`;
    case "someStartsWith":
      return sql`E'\n' || ${joined(column)} like ${likeContaining(`\n${test.text}`)}::text`;
    case "someMatches":
      return sql`exists (select from unnest(${column}) t where t like ${likeOf(test.text)}::text)`;
  }
}

/** What a test costs beside a comparison of numbers. */
const effortOf: Record<Test["kind"], number> = {
  known: 1,
  oneOf: 1,
  numbers: 1,
  days: 1,
  moments: 1,
  startsWith: 2,
  contains: 2,
  matches: 2,
  anyOf: 3,
  allOf: 3,
  someContains: 6,
  someStartsWith: 6,
  someMatches: 8,
};

type Part = { asked: SQL; effort: number };

/**
 * A rule's conditions in SQL. Null stands for "does not hold", as in code: "and" and "or" keep it so,
 * and whatever is turned round is turned round by "is not true". What is quickly said is asked first:
 * the rest is then asked of fewer rows.
 */
function nodeSql(node: RuleNode, at: Moment): Part {
  if (!isGroup(node)) {
    const { negated, test } = readCondition(node, at);
    const asked = negated ? sql`(${testSql(test)}) is not true` : sql`(${testSql(test)})`;
    return { asked, effort: effortOf[test.kind] };
  }
  const { kind, nodes } = openGroup(node);
  if (nodes.length === 0) return { asked: kind === "any" ? sql`false` : sql`true`, effort: 0 };
  const parts = nodes
    .map((child) => nodeSql(child, at))
    .toSorted((one, other) => one.effort - other.effort);
  const effort = parts.reduce((sum, part) => sum + part.effort, 0);
  const asked = parts.map((part) => part.asked);
  if (kind === "all") return { asked: sql`(${sql.join(asked, sql` and `)})`, effort };
  const some = sql`(${sql.join(asked, sql` or `)})`;
  return { asked: kind === "any" ? some : sql`(${some} is not true)`, effort };
}

/** Whether a row of `track_facts` is one the rule asks for. */
export function asksFor(rule: Pick<RuleDefinition, "where" | "sources">, at: Moment): SQL {
  const { asked: where } = nodeSql(rule.where, at);
  if (rule.sources.length === 0) return where;
  return sql`(${trackFacts.sources} && ${texts(rule.sources)} and ${where})`;
}

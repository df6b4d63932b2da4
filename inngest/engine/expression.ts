import { Environment } from "@marcbachmann/cel-js";
import { canonicalJson } from "./canonical-json";

type Variables = Record<string, unknown>;

const environment = new Environment()
  .registerVariable("event", "dyn")
  .registerVariable("async", "dyn");

/** Throws when the text is no CEL over `event` and `async`. */
function parse(source: string): (variables: Variables) => unknown {
  const program = environment.parse(source);
  const { error } = program.check();
  if (error) throw error;
  return program;
}

/** What the expression yields; undefined where it touches a field that is not there. */
function evaluate(program: (variables: Variables) => unknown, variables: Variables): unknown {
  try {
    return program(variables);
  } catch {
    return undefined;
  }
}

/** Throws when the text is no CEL. The condition is false where a field is missing. */
export function compileCondition(source: string): (variables: Variables) => boolean {
  const program = parse(source);
  return (variables) => evaluate(program, variables) === true;
}

/** Throws when the text is no CEL. A missing field gives the empty key. */
export function compileKey(source: string): (event: unknown) => string {
  const program = parse(source);
  return (event) => {
    const value = evaluate(program, { event });
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? canonicalJson(value) : String(value);
  };
}

/** A condition that came with a step; one that cannot be read never holds. */
export function conditionHolds(source: string | null, variables: Variables): boolean {
  if (source === null) return true;
  try {
    return compileCondition(source)(variables);
  } catch {
    return false;
  }
}

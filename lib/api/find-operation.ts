import type { Operation } from "./operation";

export type Found = { operation: Operation; params: Record<string, string> };

const segmentsOf = (path: string) => path.split("/").filter((segment) => segment !== "");
/** Lenient: what is no percent-encoding stays as it is. */
const decoded = (segment: string) =>
  new URLSearchParams(`v=${segment.replace(/[+&]/g, encodeURIComponent)}`).get("v") ?? "";

/** The values of a path's parameters; null when it is another path. */
function paramsOf(template: string, segments: readonly string[]): Record<string, string> | null {
  const wanted = segmentsOf(template);
  if (wanted.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = segments[index] ?? "";
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name) params[name] = decoded(segment);
    else if (part !== segment) return null;
  }
  return params;
}

/** What is at a path, by method; a fixed segment goes before a parameter. */
export function findOperations(
  operations: readonly Operation[],
  path: string,
): ReadonlyMap<string, Found> {
  const segments = segmentsOf(path);
  const found = operations
    .flatMap((operation) => {
      const params = paramsOf(operation.path, segments);
      return params ? [{ operation, params }] : [];
    })
    .sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length);
  const nearest = found[0]?.operation.path;
  return new Map(
    found
      .filter(({ operation }) => operation.path === nearest)
      .map((one) => [one.operation.method, one]),
  );
}

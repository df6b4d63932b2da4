import canonicalize from "canonicalize";

/** JSON in the form of RFC 8785, which is what both sides sign; undefined becomes null. */
export function canonicalJson(value: unknown): string {
  // Through JSON first: a signature must cover what arrives, not what was handed in.
  const plain: unknown = JSON.parse(JSON.stringify(value ?? null) ?? "null");
  return canonicalize(plain) ?? "null";
}

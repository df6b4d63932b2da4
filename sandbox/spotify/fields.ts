type Fields = Map<string, Fields | null>;

/** Reads `next,items(added_at,item(id,uri))` and `items.item.id` from a place on; stops at `)`. */
function readFields(text: string, from: number): { fields: Fields; end: number } {
  const fields: Fields = new Map();
  let at = from;
  while (at < text.length && text[at] !== ")") {
    const name = /^[\w.!*]*/.exec(text.slice(at))?.[0] ?? "";
    at += name.length;
    let inner: Fields | null = null;
    if (text[at] === "(") {
      const nested = readFields(text, at + 1);
      inner = nested.fields;
      at = nested.end + 1;
    }
    addPath(fields, name.split("."), inner);
    if (text[at] !== ")") at += 1;
  }
  return { fields, end: at };
}

function addPath(fields: Fields, [name = "", ...rest]: string[], inner: Fields | null) {
  if (!rest.length) {
    fields.set(name, inner);
    return;
  }
  const below = fields.get(name) ?? new Map();
  fields.set(name, below);
  addPath(below, rest, inner);
}

function keep(value: unknown, fields: Fields | null): unknown {
  if (fields === null || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((each) => keep(each, fields));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => fields.has(name))
      .map(([name, part]) => [name, keep(part, fields.get(name) ?? null)]),
  );
}

/** Leaves of an answer what Spotify's `fields` parameter names; everything without one. */
export const pickFields = (answer: object, asked: string | undefined) =>
  asked ? (keep(answer, readFields(asked.replaceAll(/\s/g, ""), 0).fields) as object) : answer;

/** A search as Spotify reads it: field filters and the words outside them. */
export interface SearchQuery {
  plain: string;
  track: string;
  artist: string;
  album: string;
  isrc: string | null;
}

const FIELD = /\b(track|artist|album|isrc|year|genre|label|upc|tag):/gi;

/** A quoted value ends at its quote; a bare one runs on to the next field. */
function valueAndRest(text: string): [value: string, rest: string] {
  const quoted = /^\s*"([^"]*)"?(.*)$/s.exec(text);
  return quoted ? [quoted[1] ?? "", quoted[2] ?? ""] : [text.trim(), ""];
}

export function parseSearch(q: string): SearchQuery {
  const fields = [...q.matchAll(FIELD)];
  const values: Record<string, string> = {};
  const plain = [q.slice(0, fields[0]?.index ?? q.length)];

  fields.forEach((field, index) => {
    const end = fields[index + 1]?.index ?? q.length;
    const [value, rest] = valueAndRest(q.slice(field.index + field[0].length, end));
    values[(field[1] ?? "").toLowerCase()] = value;
    plain.push(rest);
  });

  return {
    plain: plain.join(" ").trim(),
    track: values.track ?? "",
    artist: values.artist ?? "",
    album: values.album ?? "",
    isrc: values.isrc ?? null,
  };
}

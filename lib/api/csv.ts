import { z } from "zod";

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
/** A spreadsheet would run what begins so. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(nameOf).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const named = z.object({ name: z.string() });
const nameOf = (value: unknown): string => {
  const { data } = named.safeParse(value);
  return data ? data.name : String(value);
};

function cell(value: unknown): string {
  const text = cellText(value);
  const safe = typeof value === "number" || !FORMULA.test(text) ? text : `'${text}`;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of RFC 4180, with its end. Texts that a spreadsheet would run are made texts. */
export const csvLine = (values: readonly unknown[]) => `${values.map(cell).join(",")}\r\n`;

/** `playlist.ownerName` of a row. */
export function valueAt(row: unknown, column: string): unknown {
  return column.split(".").reduce<unknown>((value, key) => {
    const { data } = z.record(z.string(), z.unknown()).safeParse(value);
    return data?.[key] ?? null;
  }, row);
}

import { z } from "zod";

export type Sifted<T> = { valid: T[]; invalid: { row: unknown; problem: string }[] };

/** Parses rows one by one: an odd row is set aside with its problem and loses no other. */
export function sift<Schema extends z.ZodType>(
  rows: unknown[],
  schema: Schema,
): Sifted<z.output<Schema>> {
  const sifted: Sifted<z.output<Schema>> = { valid: [], invalid: [] };
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) sifted.valid.push(parsed.data);
    else sifted.invalid.push({ row, problem: z.prettifyError(parsed.error) });
  }
  return sifted;
}

import type { z } from "zod";

type Reading = { schema: z.ZodType; answer: Promise<unknown> };

/** Callers that read the same while it is on its way get one answer, each a copy of their own. */
export function sharedReads() {
  const readings = new Map<string, Reading>();

  return async function shareRead<Schema extends z.ZodType>(
    key: string,
    schema: Schema,
    read: () => Promise<z.output<Schema>>,
  ): Promise<z.output<Schema>> {
    const reading = readings.get(key);
    // the same schema made the answer, so it has the schema's type
    if (reading?.schema === schema) {
      return structuredClone(await reading.answer) as z.output<Schema>;
    }
    const answer = read();
    const own = { schema, answer };
    readings.set(key, own);
    try {
      return await answer;
    } finally {
      if (readings.get(key) === own) readings.delete(key);
    }
  };
}

import { z } from "zod";

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+))~([\da-f-]{36})$/;

/** A place in a list that is ordered by a moment and then an id, as an address holds it. */
export const cursor = z
  .string()
  .regex(CURSOR)
  .transform((text) => {
    const [, at = "", id = ""] = CURSOR.exec(text) ?? [];
    return { at, id };
  })
  .pipe(z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid() }));

export const cursorText = ({ at, id }: z.output<typeof cursor>) => `${at}~${id}`;

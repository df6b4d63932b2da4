import { z } from "zod";
import { component } from "./component";

export const MOST_ON_A_PAGE = 500;
const DIVIDER = "~";

/** Where a list goes on, as a text that means nothing to whom it is given. */
export const cursorTo = (...places: readonly (string | number)[]): string =>
  Buffer.from(places.join(DIVIDER)).toString("base64url");

/** A place that is one text, with whatever is in it. */
export const onePlace = z
  .array(z.string())
  .min(1)
  .transform((parts) => parts.join(DIVIDER));

/** Reads what `cursorTo` wrote; what it did not write does not fit. */
export const cursor = <Places extends z.ZodType>(places: Places) =>
  z
    .string()
    .max(4000)
    .transform((text, context): z.output<Places> => {
      const read = places.safeParse(Buffer.from(text, "base64url").toString().split(DIVIDER));
      if (read.success) return read.data;
      context.addIssue("is no cursor of this list");
      return z.NEVER;
    })
    .optional()
    .describe("Where to go on: `nextCursor` of the page before.");

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_ON_A_PAGE)
  .default(50)
  .describe("How many on a page, at most.");

/** A page of something: every list of the API has this shape. */
export const pageOf = <Item extends z.ZodType>(id: string, item: Item) =>
  component(
    id,
    z.object({
      items: z.array(item),
      nextCursor: z.string().nullable().describe("Null on the last page."),
    }),
  );

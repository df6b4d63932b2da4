import { z } from "zod";

const isPattern = (text: string) => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

export const pattern = z.string().refine(isPattern, "Not a regular expression.");

/** Which requests something applies to: all, when it says nothing. */
export const matchSchema = z.strictObject({
  method: z.string().optional(),
  /** A regular expression on the path with its query. */
  path: pattern.optional(),
});

export type Match = z.infer<typeof matchSchema>;

export const matches = (match: Match | undefined, request: { method: string; path: string }) =>
  (match?.method === undefined || match.method.toUpperCase() === request.method) &&
  (match?.path === undefined || new RegExp(match.path).test(request.path));

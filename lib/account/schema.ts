import { z } from "zod";

/** What a person types to say that they mean it. */
export const ERASE_WORD = "erase";

export const deleteAccountInput = z.object({
  word: z.string().trim().toLowerCase().pipe(z.literal(ERASE_WORD)),
});

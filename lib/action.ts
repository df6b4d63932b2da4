import "server-only";
import type { z } from "zod";
import { requireUser, type User } from "@/lib/auth/session";
import { AppError, type AppErrorCode } from "@/lib/errors";

export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: AppErrorCode; message: string };

/** Session, then input, then the domain; expected failures become values, bugs escape. */
export function actionDoor(identify: () => Promise<User>) {
  return <Schema extends z.ZodType, T>(
    schema: Schema,
    run: (args: { user: User; input: z.output<Schema> }) => Promise<T>,
  ) =>
    async (raw: z.input<Schema>): Promise<ActionResult<T>> => {
      try {
        const user = await identify();
        const input = schema.safeParse(raw);
        if (!input.success) {
          throw new AppError("INVALID", "That request was malformed.", { cause: input.error });
        }
        return { ok: true, data: await run({ user, input: input.data }) };
      } catch (error) {
        if (error instanceof AppError) {
          return { ok: false, code: error.code, message: error.message };
        }
        throw error;
      }
    };
}

/** The only door for mutations: every `"use server"` export is one of these. */
export const userAction = actionDoor(requireUser);

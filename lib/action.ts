import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { requireUser, type User } from "@/lib/auth/session";
import { AppError, type AppErrorCode } from "@/lib/errors";
import { inRequest, REQUEST_ID } from "@/lib/request-context";
import { pathOfUnstorable, UNSTORABLE_TEXT } from "@/lib/storable";

export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: AppErrorCode; message: string };

/** Session, then input, then the domain; expected failures become values, bugs escape. */
export function actionDoor(
  identify: () => Promise<User>,
  readRequestId: () => Promise<string | null>,
) {
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
        if (pathOfUnstorable(raw)) throw new AppError("INVALID", UNSTORABLE_TEXT);
        const answer = () => run({ user, input: input.data });
        return { ok: true, data: await inRequest(await readRequestId(), answer) };
      } catch (error) {
        if (error instanceof AppError) {
          return { ok: false, code: error.code, message: error.message };
        }
        throw error;
      }
    };
}

/** The only door for mutations: every `"use server"` export is one of these. */
export const userAction = actionDoor(requireUser, async () => (await headers()).get(REQUEST_ID));

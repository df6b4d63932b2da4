import "server-only";
import { requireUser, type User } from "@/lib/auth/session";
import { AppError, statusOf } from "@/lib/errors";
import { log } from "@/lib/log";

type Answer = (args: {
  user: User;
  request: Request;
  params: Record<string, string>;
}) => Promise<unknown>;
type Context = { params: Promise<Record<string, string>> };

/** The door for reads by HTTP: session, then the answer as JSON; expected failures become a status and a message. */
export function userRoute(answer: Answer) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const user = await requireUser();
      const body = await answer({ user, request, params: await context.params });
      return Response.json(body, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      if (error instanceof AppError) {
        return Response.json(
          { code: error.code, message: error.message },
          { status: statusOf(error) },
        );
      }
      log.error({ error, path: new URL(request.url).pathname }, "a request failed");
      return Response.json(
        { code: "FAILED", message: "That did not work. Try again." },
        { status: 500 },
      );
    }
  };
}

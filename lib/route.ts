import "server-only";
import { requireUser, type User } from "@/lib/auth/session";
import { AppError, statusOf } from "@/lib/errors";
import { log } from "@/lib/log";
import { inRequest, REQUEST_ID } from "@/lib/request-context";
import { pathOfUnstorable, UNSTORABLE_TEXT } from "@/lib/storable";

type Answer = (args: {
  user: User;
  request: Request;
  params: Record<string, string>;
}) => Promise<unknown>;
type Context = { params: Promise<Record<string, string>> };

/** Session, then the answer, as JSON unless it is a response already; expected failures become a status and a message. */
export function routeDoor(identify: () => Promise<User>) {
  return (answer: Answer) =>
    (request: Request, context: Context): Promise<Response> =>
      inRequest(request.headers.get(REQUEST_ID), async () => {
        try {
          const user = await identify();
          const asked = Object.fromEntries(new URL(request.url).searchParams);
          if (pathOfUnstorable(asked)) throw new AppError("INVALID", UNSTORABLE_TEXT);
          const body = await answer({ user, request, params: await context.params });
          if (body instanceof Response) return body;
          return Response.json(body, { headers: { "cache-control": "no-store" } });
        } catch (error) {
          if (error instanceof AppError) {
            const { code, message } = error;
            return Response.json({ code, message }, { status: statusOf(error) });
          }
          log.error({ error, path: new URL(request.url).pathname }, "a request failed");
          const message = "That did not work. Try again.";
          return Response.json({ code: "FAILED", message }, { status: 500 });
        }
      });
}

/** The door for reads over HTTP. */
export const userRoute = routeDoor(requireUser);

import type { Db } from "@/db/handle";
import { createToken } from "@/lib/api/create-token";
import { apiDoor } from "@/lib/api/door";
import { operations } from "@/lib/api/operations";
import { type ApiScope, apiScopes } from "@/lib/api/scope";

const ORIGIN = "http://127.0.0.1:3000";
const now = new Date();

type Wish = { scopes?: ApiScope[]; limits?: { token: number; address: number } };
type Send = { body?: unknown; headers?: Record<string, string> };

/** A program that holds a token of a user and talks to the API; `announced` is what it set going. */
export async function apiVisitor(
  db: Db,
  user: { id: string },
  { scopes = [...apiScopes], limits = { token: 1000, address: 1000 } }: Wish = {},
) {
  const announced: unknown[] = [];
  const door = apiDoor({
    operations,
    db,
    limits,
    followUp: (work) => {
      announced.push(work);
    },
  });
  const { token, made } = await createToken(db, {
    userId: user.id,
    name: "test",
    scopes,
    days: null,
    now,
  });
  const ask = (method: string, path: string, { body, headers = {} }: Send = {}) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return door(
      new Request(`${ORIGIN}/api/v1${path}`, {
        method,
        body: typeof body === "string" ? body : json,
        headers: {
          authorization: `Bearer ${token}`,
          ...(json && { "content-type": "application/json" }),
          ...headers,
        },
      }),
    );
  };
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, { body });
    return { status: answer.status, ...(await answer.json()) };
  };
  return {
    ask,
    /** Sends a body and answers what comes back, with its status. */
    send,
    get: (path: string, send?: Send) => ask("GET", path, send),
    announced,
    token,
    made,
  };
}

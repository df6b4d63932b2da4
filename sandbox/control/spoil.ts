import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context as Http } from "hono";

const PIECES = 10;

const socketOf = (http: Http) => (http.env as HttpBindings).incoming.socket;

/** Ends the connection without an answer. */
export function dropConnection(http: Http): Response {
  socketOf(http).destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Says nothing until the caller gives up, or this long. */
export function hang(http: Http, ms: number): Promise<Response> {
  const socket = socketOf(http);
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), ms);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve(RESPONSE_ALREADY_SENT);
    });
  });
}

const withBody = (answer: Response, body: Uint8Array<ArrayBuffer> | ReadableStream) => {
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(body, { status: answer.status, headers });
};

/** The answer, handed over in pieces. */
export async function slowDown(answer: Response, ms: number): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  let sent = 0;
  return withBody(
    answer,
    new ReadableStream({
      async pull(controller) {
        await pause(ms / PIECES);
        controller.enqueue(bytes.slice(sent, sent + size));
        sent += size;
        if (sent >= bytes.length) controller.close();
      },
    }),
  );
}

/** The first half of the answer, as if it were all. */
export async function truncate(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return withBody(answer, bytes.slice(0, Math.floor(bytes.length / 2)));
}

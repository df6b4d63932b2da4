import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type FarEndRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | null;
  body: string;
};

export type FarEndAnswer = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;
  /** Ends the connection instead of answering. */
  reset?: true;
  /** Takes the request and never answers. */
  silent?: true;
};

/** A provider over real HTTP that answers what the test says; everything asked is kept. */
export async function startFarEnd(
  answer: (request: FarEndRequest) => FarEndAnswer | Promise<FarEndAnswer>,
) {
  const requests: FarEndRequest[] = [];
  const server = createServer(async (message, response) => {
    const request = await read(message);
    requests.push(request);
    reply(response, await answer(request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(message: IncomingMessage): Promise<FarEndRequest> {
  let body = "";
  for await (const chunk of message) body += chunk;
  const url = new URL(message.url ?? "/", "http://far.end");
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    authorization: message.headers.authorization ?? null,
    body,
  };
}

function reply(response: ServerResponse, { status = 200, headers, body, ...fault }: FarEndAnswer) {
  if (fault.silent) return;
  if (fault.reset) {
    response.destroy();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body ?? {}));
}

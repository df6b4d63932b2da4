import http from "node:http";
import https from "node:https";
import { z } from "zod";
import { canonicalJson } from "./canonical-json";
import { isSigned, sign } from "./signature";

const CALL_TIMEOUT_MS = 2 * 3_600_000;
const SYNC_TIMEOUT_MS = 30_000;

export interface AppResponse {
  status: number;
  body: string;
  /** Written by somebody who holds the signing key, so by the app itself. */
  signed: boolean;
  noRetry: boolean;
  retryAfter: string | null;
}

/** No connection could be made, so nothing reached the app. */
export class AppUnreachable extends Error {}

/** Answered, but not as an app with our signing key would. */
class NotTheApp extends Error {}

export interface AppClient {
  /** The configurations of the app's functions. Throws AppUnreachable or NotTheApp. */
  sync(): Promise<{ id: string }[]>;
  /** Calls a function; `body` is canonical JSON. Throws AppUnreachable, or what broke the line. */
  call(functionId: string, stepId: string | null, body: string): Promise<AppResponse>;
}

const registration = z.object({ functions: z.array(z.looseObject({ id: z.string() })) });

export function createAppClient(
  { appUrl, signingKey }: { appUrl: string; signingKey: string },
  aborted: AbortSignal,
): AppClient {
  async function send(
    method: "PUT" | "POST",
    url: URL,
    { body, timeoutMs, headers }: { body: string; timeoutMs: number; headers?: object },
  ): Promise<AppResponse> {
    const response = await request(url, {
      method,
      body,
      signal: aborted,
      timeout: timeoutMs,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-inngest-signature": sign(signingKey, body),
        "x-inngest-server-kind": "cloud",
        ...headers,
      },
    });
    const signature = String(response.headers["x-inngest-signature"] ?? "");
    return {
      status: response.status,
      body: response.body,
      signed: isSigned(signingKey, { body: response.body, signature }),
      noRetry: response.headers["x-inngest-no-retry"] === "true",
      retryAfter: response.headers["retry-after"] ?? null,
    };
  }

  async function sync() {
    const response = await send("PUT", new URL(appUrl), {
      body: canonicalJson({ url: appUrl }),
      timeoutMs: SYNC_TIMEOUT_MS,
      headers: { "x-inngest-sync-kind": "in_band" },
    });
    if (response.status === 401) throw new NotTheApp("The app refuses our signing key");
    if (response.status !== 200 || !response.signed) {
      throw new NotTheApp(`The app's address answers ${response.status}, unsigned`);
    }
    return registration.parse(JSON.parse(response.body)).functions;
  }

  async function call(functionId: string, stepId: string | null, body: string) {
    const url = new URL(appUrl);
    url.searchParams.set("fnId", functionId);
    url.searchParams.set("stepId", stepId ?? "step");
    return send("POST", url, { body, timeoutMs: CALL_TIMEOUT_MS });
  }

  return { sync, call };
}

interface RawResponse {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** One connection a request: a kept one that the app closes just now would look like a crash. */
function request(
  url: URL,
  { body, ...options }: http.RequestOptions & { body: string },
): Promise<RawResponse> {
  const { request: open } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (cause: Error) =>
      reject(connected ? cause : new AppUnreachable("The app does not answer", { cause }));
    const outgoing = open(url, { ...options, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", fail);
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("socket", (socket) => {
      const event = url.protocol === "https:" ? "secureConnect" : "connect";
      socket.once(event, () => {
        connected = true;
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("The app was silent for too long")));
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

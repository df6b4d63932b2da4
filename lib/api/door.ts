import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/handle";
import { log } from "@/lib/log";
import { inRequest, REQUEST_ID } from "@/lib/request-context";
import { authorize, type Caller, identify, type Limits } from "./authorize";
import { csvAnswer } from "./csv-answer";
import { type Found, findOperations } from "./find-operation";
import type { Operation, Surroundings } from "./operation";
import { Problem, problemOf, problemResponse } from "./problem";
import { readBody } from "./read-body";

const API_ROOT = "/api/v1";

type House = {
  operations: readonly Operation[];
  db: Db;
  limits: Limits;
  followUp: (work: Parameters<Surroundings["followUp"]>[0] & { userId: string }) => void;
};

/** The door of the API: token, budget, scope, input, then the verb; what fails is a problem. */
export const apiDoor = (house: House) => (request: Request) =>
  inRequest(request.headers.get(REQUEST_ID), async () => {
    const url = new URL(request.url);
    const headers = new Headers({ vary: "Authorization, Accept" });
    try {
      const answer = await respond(house, { request, url, headers });
      if (request.method !== "HEAD") return answer;
      await answer.body?.cancel();
      return new Response(null, answer);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) log.error({ error, path: url.pathname }, "a request of the API failed");
      const told = problem ?? new Problem("failed", "That did not work. Try again.");
      return problemResponse(told, { headers, instance: url.pathname });
    }
  });

type Visit = { request: Request; url: URL; headers: Headers };

async function respond(house: House, visit: Visit): Promise<Response> {
  const { request, url, headers } = visit;
  const offers = findOperations(house.operations, url.pathname.slice(API_ROOT.length));
  const caller = await identify(house.db, request, { limits: house.limits, headers });
  if (offers.size === 0) throw new Problem("not-found", "There is nothing at this address.");
  const allow = allowed(offers);
  if (request.method === "OPTIONS") {
    headers.set("allow", allow);
    return new Response(null, { status: 204, headers });
  }
  const found = offers.get(request.method === "HEAD" ? "GET" : request.method);
  if (!found) {
    const detail = `${request.method} is not for this address.`;
    throw new Problem("method-not-allowed", detail, { headers: { allow } });
  }
  return perform(house, { ...visit, ...found, caller });
}

const allowed = (offers: ReadonlyMap<string, unknown>) =>
  [...offers.keys(), ...(offers.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");

async function perform(
  { db, followUp }: House,
  { request, url, headers, operation, params, caller }: Visit & Found & { caller: Caller | null },
): Promise<Response> {
  const { scope } = operation;
  const user = scope === null ? NOBODY : authorize(caller, scope).user;
  const surroundings: Surroundings = {
    db,
    user,
    now: new Date(),
    idempotencyKey: operation.keyed ? keyOf(request) : "",
    followUp: (work) => followUp({ ...work, userId: user.id }),
  };
  const { format, ...query } = Object.fromEntries(url.searchParams);
  const body = operation.body ? await readBody(request) : undefined;
  const asked = { params, query, body };

  if (wantsCsv(operation, format, request)) {
    const stream = await csvAnswer(operation, asked, surroundings);
    headers.set("content-type", "text/csv; charset=utf-8; header=present");
    headers.set("content-disposition", `attachment; filename="${operation.id}.csv"`);
    headers.set("cache-control", "no-store");
    return new Response(stream, { headers });
  }
  const answer = await operation.answerTo(asked, surroundings);
  return jsonResponse(answer, { operation, request, url, headers });
}

const NOBODY = { id: "", role: "member" } as const;

/** The key of the press that the client chose, so that sending it again does not repeat it. */
function keyOf(request: Request): string {
  const given = request.headers.get("idempotency-key");
  if (given === null) return crypto.randomUUID();
  const key = z.uuid().safeParse(given.replace(/^"(.*)"$/, "$1"));
  if (key.success) return key.data.toLowerCase();
  const errors = [{ at: "Idempotency-Key", detail: "must be a UUID" }];
  throw new Problem("invalid", "A header does not fit.", { errors });
}

function wantsCsv({ csv }: Operation, format: string | undefined, request: Request): boolean {
  if (format !== undefined && format !== "json" && !(format === "csv" && csv)) {
    const errors = [{ at: "format", detail: csv ? "must be json or csv" : "must be json" }];
    throw new Problem("invalid", "A parameter does not fit.", { errors });
  }
  if (!csv || format !== undefined) return csv !== null && format === "csv";
  return /\btext\/csv\b/i.test(request.headers.get("accept") ?? "");
}

const page = z.object({ nextCursor: z.string() });

function jsonResponse(
  answer: unknown,
  { operation, request, url, headers }: Visit & { operation: Operation },
): Response {
  const text = JSON.stringify(answer);
  headers.set("content-type", "application/json");
  headers.set("cache-control", "private, no-cache");
  const next = page.safeParse(answer);
  if (next.success) {
    const address = new URLSearchParams(url.searchParams);
    address.set("cursor", next.data.nextCursor);
    headers.set("link", `<${url.pathname}?${address}>; rel="next"`);
  }
  if (operation.method !== "GET") {
    headers.set("cache-control", "no-store");
    return new Response(text, { status: operation.status, headers });
  }
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  headers.set("etag", etag);
  if (namesTag(request.headers.get("if-none-match"), etag)) {
    headers.delete("content-type");
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { status: operation.status, headers });
}

const namesTag = (header: string | null, etag: string) =>
  (header ?? "").split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));

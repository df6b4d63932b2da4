import { z } from "zod";
import type { Db } from "@/db/handle";
import type { Viewer } from "@/db/queries/jobs-list";
import { pathOfUnstorable, UNSTORABLE_TEXT } from "@/lib/storable";
import { type Misfit, Problem } from "./problem";
import type { ApiScope } from "./scope";

/** What every operation is given besides its input. */
export type Surroundings = {
  db: Db;
  user: Viewer;
  now: Date;
  /** Of the press, so that it can be sent again; made up when the client sent none. */
  idempotencyKey: string;
  /** Background work to be announced once the answer is on its way. */
  followUp: (work: {
    mirrorIds: string[];
    collectionId?: string | null;
    /** Sources to be fetched, and to be asked about. */
    fetches?: string[];
    enrichments?: string[];
    /** Sources that were removed. */
    removed?: string[];
    /** All labels are to be worked out again. */
    reclassifies?: boolean;
    /** Plans of playlists that may be carried out. */
    planIds?: string[];
  }) => void;
};

type ApiMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export type Asked = { params: unknown; query: unknown; body: unknown };

type Definition<
  Answer extends z.ZodType,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> = {
  id: string;
  method: ApiMethod;
  /** Below `/api/v1`, with `{name}` for each parameter. */
  path: string;
  summary: string;
  /** Null lets in whoever asks. */
  scope: ApiScope | null;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
  status?: 200 | 201;
  /** It takes an `Idempotency-Key`. */
  keyed?: boolean;
  /** The list is to be had as CSV, with these columns of its items. */
  csv?: readonly string[];
  /** The list from the cursor on, for a CSV that is dearer page by page. */
  all?: (args: Surroundings & Input<Params, Query, Body>) => Promise<AsyncIterable<unknown[]>>;
  run: (args: Surroundings & Input<Params, Query, Body>) => Promise<z.input<Answer>>;
};

const none = z.strictObject({});
const noBody = z.undefined();

/** One thing a program can ask for. What it answers is what its schema says, and no field more. */
export function operation<
  Answer extends z.ZodType,
  Params extends z.ZodObject = typeof none,
  Query extends z.ZodObject = typeof none,
  Body extends z.ZodType = typeof noBody,
>(definition: Definition<Answer, Params, Query, Body>): Operation {
  const { run, all, params, query, body, status = 200, keyed = false, csv = null } = definition;
  const { id, method, path, summary, scope, answer } = definition;
  const shown = { id, method, path, summary, scope, answer, status, keyed, csv };
  const inputOf = (asked: Asked) => {
    const input = {
      params: read(params ?? none, asked.params, () => new Problem("not-found", NOTHING)),
      query: read(query ?? none, asked.query, misfitting("A parameter does not fit.", named)),
      body: read(body ?? noBody, asked.body, misfitting("The body does not fit.", pointer)),
    };
    // Left out of the definition, an input is read by the schema that its type falls back to.
    return input as Input<Params, Query, Body>;
  };
  async function* pagesOf(asked: Asked, surroundings: Surroundings) {
    const batches = await all?.({ ...surroundings, ...inputOf(asked) });
    for await (const items of batches ?? []) yield answer.parse({ items, nextCursor: null });
  }
  return {
    ...shown,
    params: params ?? none,
    query: query ?? none,
    body: body ?? null,
    answerTo: async (asked, surroundings) =>
      answer.parse(await run({ ...surroundings, ...inputOf(asked) })),
    pagesOf: all ? pagesOf : null,
  };
}

type Input<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
};

export type Operation = {
  id: string;
  method: ApiMethod;
  path: string;
  summary: string;
  scope: ApiScope | null;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  answer: z.ZodType;
  status: 200 | 201;
  keyed: boolean;
  csv: readonly string[] | null;
  answerTo: (asked: Asked, surroundings: Surroundings) => Promise<unknown>;
  /** All of its list, where that is read at one go. */
  pagesOf: ((asked: Asked, surroundings: Surroundings) => AsyncGenerator<unknown>) | null;
};

const NOTHING = "There is nothing at this address.";

function read(schema: z.ZodType, value: unknown, refuse: (error: z.ZodError) => Problem): unknown {
  const result = schema.check(isStorable).safeParse(value);
  if (!result.success) throw refuse(result.error);
  return result.data;
}

const isStorable: z.core.CheckFn<unknown> = (read) => {
  const path = pathOfUnstorable(read.value);
  if (path) {
    read.issues.push({ code: "custom", message: UNSTORABLE_TEXT, path, input: read.value });
  }
};

type Path = readonly PropertyKey[];
const named = (path: Path) => String(path[0] ?? "");
const pointer = (path: Path) => path.map((key) => `/${String(key)}`).join("");

const misfitting = (detail: string, place: (path: Path) => string) => (error: z.ZodError) => {
  const errors: Misfit[] = error.issues.map(({ path, message }) => ({
    at: place(path),
    detail: message,
  }));
  return new Problem("invalid", detail, { errors });
};

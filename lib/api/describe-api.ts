import { z } from "zod";
import { components } from "./component";
import type { Operation } from "./operation";
import { problemKinds, problemType } from "./problem";
import { scopeWords } from "./scope";

type Json = Record<string, unknown>;

const SCHEMAS = "#/components/schemas/";
const refTo = (id: string) => ({ $ref: SCHEMAS + id });

/** What a format says is not said again by a pattern; clients must bear fields that are new. */
function override({ jsonSchema }: { jsonSchema: Json }) {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

const inputSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", override });
  return rest;
};

/** All schemas that answers are made of, by the names they were given. */
function namedSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(components, {
    io: "output",
    uri: (id) => SCHEMAS + id,
    override,
  });
  const entries = Object.entries(schemas).map(([id, schema]) => {
    const { $schema: _, $id: __, ...rest } = schema;
    return [id, rest] as const;
  });
  return Object.fromEntries(entries);
}

const problemSchema = {
  type: "object",
  description: "RFC 9457. The type is one of a fixed list; the detail is for people.",
  properties: {
    type: { type: "string", enum: problemKinds.map(problemType) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { at: { type: "string" }, detail: { type: "string" } },
        required: ["at", "detail"],
      },
    },
  },
  required: ["type", "title", "status", "detail", "instance"],
};

function parametersOf(place: "path" | "query", schema: z.ZodObject) {
  const described = inputSchema(schema);
  const required = z.array(z.string()).catch([]).parse(described.required);
  const properties = z.record(z.string(), z.unknown()).catch({}).parse(described.properties);
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: of,
  }));
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A UUID made for each press: sent again, the press is answered and not repeated.",
  schema: { type: "string", format: "uuid" },
};

const csvChoice = {
  name: "format",
  in: "query",
  required: false,
  description: "With csv, or `Accept: text/csv`, the whole list comes as a table.",
  schema: { type: "string", enum: ["json", "csv"], default: "json" },
};

function nameOfAnswer({ id, answer }: Operation): string {
  const name = components.get(answer)?.id;
  if (!name) throw new Error(`the answer of ${id} has no name`);
  return name;
}

function describeOperation(operation: Operation): Json {
  const { id, summary, scope, params, query, body, keyed, csv, status } = operation;
  const content = {
    "application/json": { schema: refTo(nameOfAnswer(operation)) },
    ...(csv && { "text/csv": { schema: { type: "string" } } }),
  };
  return {
    operationId: id,
    summary,
    ...(scope === null ? { security: [] } : { security: [{ token: [scope] }] }),
    parameters: [
      ...parametersOf("path", params),
      ...parametersOf("query", query),
      ...(csv ? [csvChoice] : []),
      ...(keyed ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: inputSchema(body) } },
      },
    }),
    responses: {
      [status]: { description: "Done.", content },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** The API as OpenAPI 3.1, made of the schemas that it is served by. */
export function describeApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(operation) };
  }
  const scopes = Object.entries(scopeWords).map(([scope, words]) => `- \`${scope}\`: ${words}`);
  return {
    openapi: "3.1.0",
    info: {
      title: "Clouder",
      version: "1",
      description: `Make a token in Settings. It may do what its scopes say:\n\n${scopes.join("\n")}`,
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { ...namedSchemas(), Problem: problemSchema },
      responses: {
        Problem: {
          description: "What did not work, and why.",
          content: { "application/problem+json": { schema: refTo("Problem") } },
        },
      },
    },
  };
}

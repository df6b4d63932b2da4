import { z } from "zod";

export type ReferenceField = {
  name: string;
  /** "integer", "one of bronze, silver", "list of Track". */
  type: string;
  required: boolean;
  words: string;
};

export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  scope: string | null;
  asCsv: boolean;
  parameters: (ReferenceField & { place: string })[];
  body: ReferenceField[];
  /** The name of a schema. */
  answer: string;
};

export type Reference = {
  operations: ReferenceOperation[];
  schemas: { name: string; words: string; fields: ReferenceField[] }[];
};

type Schema = z.infer<typeof schema>;
const schema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().default(""),
  get anyOf() {
    return z.array(schema).optional();
  },
  get items() {
    return schema.optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  required: z.array(z.string()).default([]),
});

const content = z.record(z.string(), z.object({ schema }));
const described = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      description: z.string().default(""),
      schema,
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});

const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);

function typeWords(of: Schema): string {
  const { $ref, type, format, anyOf, items } = of;
  if ($ref) return nameOf($ref);
  if (of.enum) return of.enum.length === 1 ? String(of.enum[0]) : `one of ${of.enum.join(", ")}`;
  if (anyOf) return anyOf.map(typeWords).join(" or ");
  if (items) return `list of ${typeWords(items)}`;
  if (format) return format;
  return [type ?? "anything"].flat().join(" or ");
}

const fieldsOf = ({ properties = {}, required }: Schema): ReferenceField[] =>
  Object.entries(properties).map(([name, of]) => ({
    name,
    type: typeWords(of),
    required: required.includes(name),
    words: of.description,
  }));

function answerOf(responses: z.infer<typeof described>["responses"]) {
  const kinds = Object.values(responses).find((one) => one.content)?.content ?? {};
  const json = kinds["application/json"]?.schema;
  return { answer: json ? typeWords(json) : "", asCsv: kinds["text/csv"] !== undefined };
}

/** The API's description as a person reads it. */
export function referenceOf(description: unknown): Reference {
  const { paths, components } = document.parse(description);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      id: one.operationId,
      method: method.toUpperCase(),
      path,
      summary: one.summary,
      scope: one.security[0]?.token?.[0] ?? null,
      parameters: one.parameters.map(
        ({ name, in: place, required, description: words, ...rest }) => ({
          name,
          place,
          required,
          type: typeWords(rest.schema),
          words: words || rest.schema.description,
        }),
      ),
      body: Object.values(one.requestBody?.content ?? {}).flatMap((body) => fieldsOf(body.schema)),
      ...answerOf(one.responses),
    })),
  );
  const schemas = Object.entries(components.schemas).map(([name, of]) => ({
    name,
    words: of.description,
    fields: fieldsOf(of),
  }));
  return { operations, schemas };
}

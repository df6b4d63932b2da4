import { z } from "zod";
import { type FieldId, fields, isField } from "@/lib/rules/field";
import { operatorsOf } from "@/lib/rules/operator";
import { sortOrder } from "@/lib/rules/rule-schema";
import type { RawNode, RawRule } from "./draft-rule";

/** Changes that were not saved, and the version they were made of. */
export type KeptRule = { version: number; rule: RawRule };

const one = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([
  one,
  z.array(one),
  z.object({ count: z.number().nullable(), unit: z.string() }),
  z.object({ key: z.string(), steps: z.number().nullable() }),
]);
const row = z
  .object({ field: z.custom<FieldId>(isField), op: z.string(), value: value.optional() })
  .refine(({ field, op }) => isField(field) && operatorsOf(fields[field].type).includes(op));

const nodes = z.array(z.lazy((): z.ZodType<RawNode> => z.union([group, row])));
const group = z.union([
  z.object({ all: nodes }),
  z.object({ any: nodes }),
  z.object({ none: nodes }),
]);

const most = z.number().nullable();

/** What an editor can show, though it may be unfinished: its shape is right. */
export const keptRule: z.ZodType<KeptRule> = z.object({
  version: z.int(),
  rule: z.object({
    where: group,
    sort: z.array(sortOrder),
    ...{ limit: most, perArtist: most, perLabel: most },
    dedupe: z.literal("recording"),
    sources: z.array(z.string()),
  }),
});

import { z } from "zod";

/** The schemas that the API's description names. */
export const components = z.registry<{ id: string }>();

/** Gives a schema the name under which the API's description lists it. */
export function component<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  components.add(schema, { id });
  return schema;
}

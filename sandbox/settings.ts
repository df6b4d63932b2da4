import { z } from "zod";
import { librarySizes } from "./listener/library-size";

/** An empty variable counts as unset, as in most shells' habits. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const settingsSchema = z.object({
  SANDBOX_PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3001)),
  SANDBOX_HOST: optional(z.string().default("127.0.0.1")),
  SANDBOX_SEED: optional(z.string().default("clouder")),
  SANDBOX_SCALE: optional(z.coerce.number().min(0.05).max(40).default(1)),
  SANDBOX_LIBRARY: optional(z.enum(librarySizes).default("full")),
  SANDBOX_DATA_DIR: optional(z.string().optional()),
  SANDBOX_CLIENT_ID: optional(z.string().default("clouder-demo")),
  SANDBOX_CLIENT_SECRET: optional(z.string().default("clouder-demo-secret")),
  SANDBOX_APPLE_TEAM_ID: optional(z.string().default("CLOUDERDMO")),
  SANDBOX_APPLE_KEY_ID: optional(z.string().default("CLOUDERKEY")),
  SANDBOX_APPLE_PUBLIC_KEY: optional(z.string().optional()),
});

/** Reads the settings; throws one sentence per setting that is wrong. */
export function readSettings(env: Record<string, string | undefined> = process.env) {
  const settings = settingsSchema.safeParse(env);
  if (settings.success) return settings.data;
  const problems = settings.error.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
  throw new Error(`The sandbox cannot start: ${problems.join("; ")}`);
}

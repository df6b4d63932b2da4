import { z } from "zod";

const signingKey = z
  .string()
  .regex(/^(signkey-\w+-)?([0-9a-f]{2}){16,}$/i, "must be hexadecimal, at least 16 bytes");

const count = z.coerce.number().int().positive();

const settingsSchema = z.object({
  DATABASE_URL: z.url(),
  ENGINE_HOST: z.string().default("127.0.0.1"),
  ENGINE_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  /** Where the app's processes serve its functions, divided by commas. */
  ENGINE_APP_URL: z
    .string()
    .default("http://127.0.0.1:3000/api/inngest")
    .transform((text) => text.split(",").map((url) => url.trim()))
    .pipe(z.array(z.url())),
  INNGEST_SIGNING_KEY: signingKey,
  INNGEST_EVENT_KEY: z.string().min(8),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  /** Calls of the app in flight at once, in this process. */
  ENGINE_CONCURRENCY: count.default(40),
  /** Multiplies the waits between attempts; below 1 in tests. */
  ENGINE_RETRY_SCALE: z.coerce.number().min(0).default(1),
  /** A call whose engine died is made again after this time. */
  ENGINE_LEASE_SECONDS: z.coerce.number().min(1).default(15),
  /** How often the app is asked for its functions, so that a new version is noticed. */
  ENGINE_SYNC_SECONDS: z.coerce.number().min(0.1).default(15),
  /** Ended runs and their events are kept this long. */
  ENGINE_RETENTION_DAYS: z.coerce.number().positive().default(14),
});

export interface EngineSettings {
  databaseUrl: string;
  host: string;
  port: number;
  appUrls: string[];
  signingKey: string;
  eventKey: string;
  logLevel: string;
  concurrency: number;
  retryScale: number;
  leaseMs: number;
  syncMs: number;
  retentionMs: number;
}

/** Throws a ZodError that names every setting that is missing or malformed. */
function readSettings(environment: Record<string, string | undefined>): EngineSettings {
  const env = settingsSchema.parse(environment);
  return {
    databaseUrl: env.DATABASE_URL,
    host: env.ENGINE_HOST,
    port: env.ENGINE_PORT,
    appUrls: env.ENGINE_APP_URL,
    signingKey: env.INNGEST_SIGNING_KEY,
    eventKey: env.INNGEST_EVENT_KEY,
    logLevel: env.LOG_LEVEL,
    concurrency: env.ENGINE_CONCURRENCY,
    retryScale: env.ENGINE_RETRY_SCALE,
    leaseMs: env.ENGINE_LEASE_SECONDS * 1_000,
    syncMs: env.ENGINE_SYNC_SECONDS * 1_000,
    retentionMs: env.ENGINE_RETENTION_DAYS * 86_400_000,
  };
}

/** Reads the environment; `changes` go before it. */
export const settingsFromEnvironment = (changes: Record<string, string> = {}) =>
  readSettings({ ...process.env, ...changes });

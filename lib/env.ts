import "server-only";
import { z } from "zod";

const building = process.env.NEXT_PHASE === "phase-production-build";

/** Settings without a default are needed to run, but not to build. */
function needed<T extends z.ZodString | z.ZodURL | z.ZodBase64>(schema: T, whileBuilding: string) {
  return building ? schema.default(whileBuilding) : schema;
}

const baseUrl = z.url().transform((url) => url.replace(/\/+$/, ""));
const count = z.coerce.number().int().positive();

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  APP_URL: needed(z.url(), "http://127.0.0.1:3000"),
  /** What this process is for: a worker runs background functions and shows no pages. */
  APP_ROLE: z.enum(["web", "worker"]).default("web"),
  /** What Prometheus shows at /api/metrics; without it there is no such address. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Where files are kept that wait to be read; web and workers share it. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** Chosen by the supervisor, told by /api/health. */
  INSTANCE_ID: z.string().optional(),
  /** Set by the start script when the sandbox stands in for a service; the screen says so. */
  SANDBOX_URL: z.url().optional(),

  DATABASE_URL: needed(z.url(), "postgres://127.0.0.1/none"),
  DATABASE_POOL: count.default(10),

  NEXTAUTH_SECRET: needed(z.string().min(16), "only-while-building"),
  /** 32 bytes, base64: seals provider tokens in the database. */
  TOKEN_KEY: needed(z.base64().length(44), Buffer.alloc(32).toString("base64")),

  SPOTIFY_ACCOUNTS_URL: baseUrl.default("https://accounts.spotify.com"),
  SPOTIFY_API_URL: baseUrl.default("https://api.spotify.com/v1"),
  SPOTIFY_CLIENT_ID: z.string().min(1).default("unset"),
  SPOTIFY_CLIENT_SECRET: z.string().min(1).default("unset"),
  SPOTIFY_MARKET: z.string().length(2).default("DE"),
  SPOTIFY_REQUESTS_PER_30_S: count.default(60),
  /** Length of the rolling window the provider counts in: how evenly the requests are spread. */
  SPOTIFY_WINDOW_S: count.default(30),

  BEATPORT_API_URL: baseUrl.default("https://api.beatport.com/v4"),
  BEATPORT_TOKEN: z.string().optional(),
  BEATPORT_CLIENT_ID: z.string().optional(),
  BEATPORT_CLIENT_SECRET: z.string().optional(),
  BEATPORT_USERNAME: z.string().optional(),
  BEATPORT_PASSWORD: z.string().optional(),
  BEATPORT_REQUESTS_PER_30_S: count.default(60),
  BEATPORT_WINDOW_S: count.default(30),

  APPLE_API_URL: baseUrl.default("https://api.music.apple.com/v1"),
  /** Where a person agrees by redirect; without it MusicKit asks them, in the browser. */
  APPLE_AUTHORIZE_URL: baseUrl.optional(),
  APPLE_TEAM_ID: z.string().min(1).optional(),
  APPLE_KEY_ID: z.string().min(1).optional(),
  /** The PEM of a P-256 key, with \n for its line ends if need be, or the path of its file. */
  APPLE_PRIVATE_KEY: z.string().min(1).optional(),
  APPLE_REQUESTS_PER_30_S: count.default(60),
  APPLE_WINDOW_S: count.default(30),

  MUSICBRAINZ_API_URL: baseUrl.default("https://musicbrainz.org/ws/2"),
  /** How MusicBrainz reaches whoever runs this; without it, it is not asked. */
  MUSICBRAINZ_CONTACT: z.string().min(3).max(200).optional(),
  MUSICBRAINZ_REQUESTS_PER_30_S: count.default(30),

  /** An OpenAI-compatible chat endpoint, whole; asked when the key is set as well. */
  ENRICH_LLM_URL: z.url().optional(),
  ENRICH_LLM_KEY: z.string().min(1).optional(),
  ENRICH_LLM_MODEL: z.string().min(1).default("gpt-4o-mini"),
  ENRICH_LLM_REQUESTS_PER_30_S: count.default(10),

  SIGN_IN_REQUESTS_PER_MINUTE: count.default(60),
  API_REQUESTS_PER_MINUTE: count.default(300),
  REQUEST_TIMEOUT_MS: count.default(15_000),
  /** Before a read is repeated that was not answered; three times as long before the next. */
  RETRY_PAUSE_MS: count.default(300),
  /** A playlist follows when its list has rested so long, or after three times that at the latest. */
  MIRROR_PAUSE_S: count.default(15),
  PATIENCE_S: count.default(60),
  MATCH_CHUNK_SIZE: count.max(500).default(50),

  INNGEST_BASE_URL: z.url().optional(),
  /** Set by the start script: where the built-in engine is. It has no dashboard. */
  ENGINE_URL: z.url().optional(),
  COLLECT_CRON: z.string().default("TZ=UTC 0 5 * * 5,6,0"),
  STYLES_CRON: z.string().default("TZ=UTC 15 4 * * *"),
  SWEEP_CRON: z.string().default("* * * * *"),
});

export const env = envSchema.parse(process.env);

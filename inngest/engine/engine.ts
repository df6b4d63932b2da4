import type { Logger } from "pino";
import type { AppClient } from "./app-client";
import type { Sql } from "./database";
import type { Registry } from "./registry";
import type { EngineSettings } from "./settings";

/** What every part of a running engine shares. */
export interface Engine {
  sql: Sql;
  settings: EngineSettings;
  log: Logger;
  registry: Registry;
  app: AppClient;
  /** Aborted when the engine stops for good: what is under way then is left to its lease. */
  closing: AbortSignal;
}

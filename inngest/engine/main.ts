import { ZodError, z } from "zod";
import { createLogger } from "./logger";
import { startEngine } from "./server";
import { settingsFromEnvironment } from "./settings";

try {
  const engine = await startEngine(settingsFromEnvironment());
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => void engine.close().then(() => process.exit(0)));
  }
} catch (error) {
  const reason = error instanceof ZodError ? z.prettifyError(error) : error;
  createLogger("info").fatal({ error: reason }, "the engine could not start");
  process.exit(1);
}

import { collectDefaultMetrics, Registry } from "prom-client";
import { env } from "@/lib/env";

/** Memory, CPU, event loop and garbage collection of this process. */
function watchProcess() {
  const registry = new Registry();
  registry.setDefaultLabels({ app: env.APP_ROLE });
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Kept on `globalThis` so that hot reload in development does not watch twice. */
const held = globalThis as typeof globalThis & { clouderProcess?: Registry };
held.clouderProcess ??= watchProcess();

export const processMetrics = held.clouderProcess;

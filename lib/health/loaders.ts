import "server-only";
import { db } from "@/db/client";
import { countMissingMigrations, ping } from "@/db/queries/health";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { askBackground } from "./background";
import { readinessOf } from "./readiness";
import { remember } from "./remember";

const KEPT_MS = 1_000;

const pingDatabase = () =>
  ping(db).then(
    () => true,
    (error: unknown) => {
      log.error({ error }, "the database does not answer");
      return false;
    },
  );

/** What a supervisor waits for: the web server and its database. `instance` tells whom it asked. */
export const loadHealth = remember(KEPT_MS, async () => {
  const ready = await pingDatabase();
  return { status: ready ? "ready" : "unavailable", ready, instance: env.INSTANCE_ID ?? null };
});

/** Everything that has to be in order before Clouder can do its work. */
export const loadReadiness = remember(KEPT_MS, async () => {
  const [databaseAnswers, missingMigrations, background] = await Promise.all([
    pingDatabase(),
    countMissingMigrations(db).catch(() => null),
    env.INNGEST_BASE_URL ? askBackground(env.INNGEST_BASE_URL) : null,
  ]);
  return readinessOf({ databaseAnswers, missingMigrations, background });
});

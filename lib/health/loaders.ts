import "server-only";
import { db } from "@/db/client";
import { ping } from "@/db/queries/health";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Ready when the database answers. `instance` tells a supervisor which process it is talking to. */
export async function loadHealth() {
  const ready = await ping(db).then(
    () => true,
    (error: unknown) => {
      log.error({ error }, "the database does not answer");
      return false;
    },
  );
  return { status: ready ? "ready" : "unavailable", ready, instance: env.INSTANCE_ID ?? null };
}

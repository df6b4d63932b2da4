import type { Background } from "./background";

type Found = {
  databaseAnswers: boolean;
  /** Null when it could not be read. */
  missingMigrations: number | null;
  /** Null when no server is named, so that there is none to ask. */
  background: Background | null;
};

const OK = "ok";

/** Which parts are in order, in words that name no address and no key. */
export function readinessOf({ databaseAnswers, missingMigrations, background }: Found) {
  const parts = {
    database: databaseAnswers ? OK : "does not answer",
    migrations: migrationsIn(missingMigrations),
    background: background === null ? OK : backgroundIn[background],
  };
  const ready = Object.values(parts).every((part) => part === OK);
  return { status: ready ? "ready" : "unavailable", ready, parts } as const;
}

const backgroundIn: Record<Background, string> = {
  ready: OK,
  unreachable: "the server of the background work does not answer",
  unregistered: "the functions are not registered yet",
};

function migrationsIn(missing: number | null) {
  if (missing === null) return "unknown";
  if (missing === 0) return OK;
  return missing === 1 ? "1 is missing" : `${missing} are missing`;
}

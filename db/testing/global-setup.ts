import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "@/scripts/lib/free-port.mjs";
import { migrateDatabase, untilAnswering } from "@/scripts/lib/migrate.mjs";
import { initCluster, startCluster, stopCluster, untilAccepting } from "@/scripts/lib/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL of the test cluster, without a database name. */
    postgresServer: string;
  }
}

const TEMPLATE = "clouder_template";

/** One throw-away cluster a run, with a migrated template database that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "clouder-pg-"));
  const directory = path.join(folder, "data");
  const password = randomBytes(16).toString("hex");
  const port = await freePort();
  initCluster(directory, password);
  const server = startCluster(directory, port, {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    autovacuum: "off",
    max_connections: 100,
    shared_buffers: "128MB",
  });
  await untilAccepting(server, port);

  const url = `postgres://postgres:${password}@127.0.0.1:${port}`;
  const admin = postgres(`${url}/postgres`, { max: 1, onnotice: () => {} });
  await untilAnswering(admin);
  await admin.unsafe(`create database ${TEMPLATE}`);
  await migrateDatabase(`${url}/${TEMPLATE}`);
  await admin.unsafe(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await admin.end();
  project.provide("postgresServer", url);

  return async () => {
    await stopCluster(server);
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

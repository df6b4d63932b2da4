import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { surviveLostConnections } from "./lost-connection";
import * as schema from "./schema";

const connect = () =>
  surviveLostConnections(
    postgres(env.DATABASE_URL, { max: env.DATABASE_POOL, onnotice: () => {} }),
  );

/** Kept on `globalThis` so that hot reload in development does not open a new pool each time. */
const held = globalThis as typeof globalThis & { clouderSql?: ReturnType<typeof connect> };
held.clouderSql ??= connect();

export const sqlClient = held.clouderSql;
export const db = drizzle(sqlClient, { schema, casing: "snake_case" });

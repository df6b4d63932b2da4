import type { Sql } from "postgres";

export function untilAnswering(sql: Sql, timeoutMs?: number): Promise<unknown>;
export function migrateDatabase(url: string, folder?: string): Promise<void>;

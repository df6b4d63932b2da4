import "server-only";
import { sql } from "drizzle-orm";

/** The ISO week of a period `w`: 2026-W46. */
export const weekName = sql`w.year || '-W' || lpad(w.week::text, 2, '0')`;

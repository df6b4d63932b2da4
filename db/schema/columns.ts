import { customType, timestamp } from "drizzle-orm/pg-core";

export const moment = () => timestamp({ withTimezone: true, mode: "date" });
export const createdAt = () => moment().notNull().defaultNow();

/** A fractional index: compared byte by byte, whatever the locale of the database. */
export const orderKey = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

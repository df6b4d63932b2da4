import type { db } from "./client";

/** The pool, or a transaction handed down by a caller. */
export type Db = Pick<
  typeof db,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "transaction"
  | "with"
  | "$with"
>;

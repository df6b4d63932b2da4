export const erasureScopes = ["connection", "account"] as const;

/** How many rows of a person a table held, and how many were left. */
export type TableCount = { table: string; before: number; after: number };

export const erasureScopes = ["connection", "account"] as const;
export type ErasureScope = (typeof erasureScopes)[number];

/** How many rows of a person a table held, and how many were left. */
export type TableCount = { table: string; before: number; after: number };

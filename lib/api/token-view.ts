/** A token as its holder sees it; moments are ISO strings. The token itself is shown once, when it is made. */
export type TokenView = {
  id: string;
  name: string;
  /** Its first characters. */
  start: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  expired: boolean;
  lastUsedAt: string | null;
};

type Row = Omit<TokenView, "createdAt" | "expiresAt" | "expired" | "lastUsedAt"> & {
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

export const viewToken = (row: Row, now: Date): TokenView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  expired: row.expiresAt !== null && row.expiresAt <= now,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

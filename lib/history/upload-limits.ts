const MB = 1024 * 1024;

/** What an import may hold; the page says so before anything is sent. */
export const uploadLimits = {
  files: 100,
  /** Of one file, as it is sent. */
  bytes: 500 * MB,
  /** A request carries so much of a file. */
  pieceBytes: 4 * MB,
} as const;

export const sizeWords = (bytes: number) =>
  bytes >= MB ? `${Math.round(bytes / MB)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

import { createHash } from "node:crypto";
import type { LibraryItem, LibraryRow } from "./provider-library";

export type HashedItem = LibraryItem & { factHash: string };
export type HashedRow = Omit<LibraryRow, "item"> & { item: HashedItem | null };

/**
 * Tells versions of an item apart by its facts alone, so that answers of different shape about the
 * same thing are one version.
 */
function factHash(item: LibraryItem): string {
  const facts = [
    item.name,
    item.artists.map(({ id, name }) => [id, name]),
    item.albumId,
    item.albumName,
    item.coverUrl,
    item.durationMs,
    item.isrc,
    item.explicit,
    item.releasedOn,
    item.genres,
    item.url,
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url");
}

export const hashRow = ({ item, facts }: LibraryRow): HashedRow => ({
  facts,
  item: item && { ...item, factHash: factHash(item) },
});

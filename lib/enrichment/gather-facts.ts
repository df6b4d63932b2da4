import "server-only";
import type { Db } from "@/db/handle";
import { listClassifications } from "@/db/queries/classifications";
import { listEnrichments } from "@/db/queries/enrichments";
import { listCatalogFacts } from "@/db/queries/facts-catalog";
import { listCurationFacts } from "@/db/queries/facts-curation";
import { listLibraryFacts, listPlaylistFacts } from "@/db/queries/facts-library";
import { listPinned } from "@/db/queries/facts-pinned";
import { listSourceFacts } from "@/db/queries/facts-sources";
import { listTags } from "@/db/queries/tags";
import type { KnownRecording } from "./known-recording";

type Wanted = { userId: string; recordingKeys: readonly string[] };

/** Everything that is known of some recordings, by one statement for each place it comes from. */
export async function gatherFacts(db: Db, wanted: Wanted): Promise<KnownRecording[]> {
  const catalog = single(await listCatalogFacts(db, wanted));
  const library = grouped(await listLibraryFacts(db, wanted));
  const playlists = single(await listPlaylistFacts(db, wanted));
  const curation = grouped(await listCurationFacts(db, wanted));
  const sources = single(await listSourceFacts(db, wanted));
  const tags = single(await listTags(db, wanted));
  const pinned = new Set(await listPinned(db, wanted));
  const enrichments = grouped(await listEnrichments(db, wanted));
  const classifications = grouped(await listClassifications(db, wanted));
  return wanted.recordingKeys.map((recordingKey) => ({
    recordingKey,
    catalog: catalog.get(recordingKey) ?? null,
    library: library.get(recordingKey) ?? [],
    playlists: playlists.get(recordingKey) ?? null,
    curation: curation.get(recordingKey) ?? [],
    sources: sources.get(recordingKey) ?? null,
    tags: tags.get(recordingKey)?.tags ?? [],
    isPinned: pinned.has(recordingKey),
    enrichments: enrichments.get(recordingKey) ?? [],
    classifications: classifications.get(recordingKey) ?? [],
  }));
}

type Keyed = { recordingKey: string };

const single = <T extends Keyed>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.recordingKey, row]));

function grouped<T extends Keyed>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.recordingKey);
    if (group) group.push(row);
    else groups.set(row.recordingKey, [row]);
  }
  return groups;
}

import "server-only";
import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { type ListedTrack, listTrackFacts } from "@/db/queries/playlists-facts";
import type { Grouping } from "./group-rows";
import { canBeAdded, type Row, urisOf } from "./row";

export type TrackFacts = {
  recordingOf: (uri: string) => string;
  tempoOf: (uri: string) => Pick<ListedTrack, "key" | "bpm"> | null;
  groupOf: (uri: string, by: Grouping) => string | null;
};

/** What edits of lists ask about tracks; a track nobody knows is a recording of its own. */
export async function factsOf(
  db: Db,
  { userId, rows }: { userId: string; rows: readonly Row[] },
): Promise<TrackFacts> {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  const uris = [...new Set(urisOf(rows).filter(canBeAdded))];
  const known = connection
    ? await listTrackFacts(db, { userId, connectionId: connection.id, uris })
    : [];
  const facts = new Map(known.map((track) => [track.uri, track]));
  return {
    recordingOf: (uri) => facts.get(uri)?.recordingKey ?? uri,
    tempoOf: (uri) => facts.get(uri) ?? null,
    groupOf: (uri, by) => facts.get(uri)?.[by] ?? null,
  };
}

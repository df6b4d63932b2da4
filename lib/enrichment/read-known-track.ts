import "server-only";
import type { Db } from "@/db/handle";
import { findRefresh } from "@/db/queries/facts-marks";
import { listFacts } from "@/db/queries/rules-facts";
import { listCategoryNames } from "@/db/queries/sources-offers";
import { listTagsInUse } from "@/db/queries/tags";
import { energies, moods } from "./enrichment";
import { factLines } from "./fact-lines";
import { gatherFacts } from "./gather-facts";
import type { KnownRecording } from "./known-recording";
import type { KnownTrackView } from "./known-track-view";
import { labelsOf } from "./label-view";

const TAGS_OFFERED = 100;

/** Everything that is known of a recording of a user's; null when rules know nothing of it yet. */
export async function readKnownTrack(
  db: Db,
  own: { userId: string; recordingKey: string },
): Promise<KnownTrackView | null> {
  const { userId, recordingKey } = own;
  const wanted = { userId, recordingKeys: [recordingKey] };
  const [facts] = await listFacts(db, wanted);
  if (!facts) return null;
  const [[known], refresh, categories, tagsInUse] = await Promise.all([
    gatherFacts(db, wanted),
    findRefresh(db, own),
    listCategoryNames(db, own),
    listTagsInUse(db, { userId, limit: TAGS_OFFERED }),
  ]);
  if (!known) return null;
  const { title, mixName, artists, spotifyUri, tags } = facts;
  return {
    recordingKey,
    title,
    mixName,
    artists,
    spotifyUri,
    inLibrary: libraryTrackOf(known, spotifyUri),
    asOf: refresh?.asOf?.toISOString() ?? null,
    facts: factLines({ facts, known }),
    answers: known.enrichments.map(({ source, version, at, userId, categories, values }) => ({
      ...{ source, version, categories, values },
      at: at.toISOString(),
      isOwn: userId !== null,
    })),
    tags,
    tagsInUse: tagsInUse.map(({ tag }) => tag),
    labels: labelsOf(known.classifications, { energy: energies, mood: moods, fits: categories }),
  };
}

/** The track its Spotify address is, or else any. */
function libraryTrackOf({ library }: KnownRecording, uri: string | null) {
  const named = library.find(
    ({ provider, externalId }) => provider === "spotify" && `spotify:track:${externalId}` === uri,
  );
  const one = named ?? library[0];
  return one ? { provider: one.provider, externalId: one.externalId } : null;
}

import "server-only";
import type { Db } from "@/db/handle";
import { fillFromCatalogue } from "@/db/queries/sources-catalogue";
import { listIsrcs } from "@/db/queries/sources-library";
import { findReading } from "@/db/queries/sources-subjects";
import { writeSourceTracks } from "@/db/queries/sources-tracks";
import { recordingKey } from "@/lib/catalog/recording-key";
import { AppError } from "@/lib/errors";
import { reportProgress } from "@/lib/jobs/report-progress";
import { type Fetch, jobOf } from "./begin-fetch";
import { listTracks } from "./list-tracks";
import { isOfLibrary, partOf } from "./source";

/** Where a fetch stands: `at` is the moment of the library that it reads. */
export type Place = { at: string; shownAt: string; offset: number; position: number };

/** Where a fetch begins. */
export async function findPlace(db: Db, fetch: Fetch, now: Date): Promise<Place> {
  const { kind, userId, connectionId } = fetch;
  const start = { at: now.toISOString(), offset: 0, position: 0 };
  if (!isOfLibrary(kind) || !connectionId) return { ...start, shownAt: start.at };
  const reading = await findReading(db, { userId, connectionId, part: partOf[kind] });
  if (!reading?.readAt) throw new AppError("NO_ANSWER", "The library could not be read yet.");
  return { ...start, shownAt: reading.readAt.toISOString() };
}

/** Reads on where the fetch stands; what was read is kept together with the progress. */
export async function readTracks(
  db: Db,
  fetch: Fetch,
  place: Place,
): Promise<Place & { more: boolean }> {
  const { kind, connectionId } = fetch;
  return isOfLibrary(kind) && connectionId
    ? readLibrary(db, { ...fetch, kind, connectionId }, place)
    : readCatalogue(db, fetch, place);
}

async function readCatalogue(db: Db, fetch: Fetch, place: Place) {
  const { kind } = fetch;
  if (isOfLibrary(kind)) throw new AppError("NOT_FOUND", "That library is no longer connected.");
  return db.transaction(async (tx) => {
    const added = await fillFromCatalogue(tx, { ...fetch, kind });
    const phase = "Reading the catalogue";
    await reportProgress(tx, { ...jobOf(fetch), phase, done: added, total: added });
    return { ...place, position: added, more: false };
  });
}

type LibraryFetch = Fetch & { kind: keyof typeof partOf; connectionId: string };

async function readLibrary(db: Db, fetch: LibraryFetch, place: Place) {
  const { userId, connectionId, kind, subject } = fetch;
  const own = { userId, connectionId };
  const { offset, position } = place;
  const at = new Date(place.at);
  const { tracks, read, total, more } = await listTracks(db, { own, kind, subject, at, offset });

  const uncoded = tracks.filter(({ isrc }) => isrc === null);
  const externalIds = uncoded.flatMap(({ externalId }) => externalId ?? []);
  const isrcs = await listIsrcs(db, { ...own, externalIds });
  const isrcOf = new Map(isrcs.map(({ externalId, isrc }) => [externalId, isrc]));
  const rows = tracks.map(({ isrc, ...track }, index) => {
    const known = isrc ?? isrcOf.get(track.externalId ?? "") ?? null;
    const ownKey = recordingKey({ ...track, isrc: known });
    return { ...track, position: position + index, ownKey };
  });

  await db.transaction(async (tx) => {
    await writeSourceTracks(tx, { ...fetch, tracks: rows });
    await reportProgress(tx, {
      ...jobOf(fetch),
      phase: "Reading the library",
      done: position + rows.length,
      ...(total === null ? {} : { total }),
    });
  });
  return { ...place, offset: offset + read, position: position + rows.length, more };
}

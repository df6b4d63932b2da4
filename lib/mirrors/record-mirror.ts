import "server-only";
import type { Db } from "@/db/handle";
import { type FollowedMirror, type MirrorVersion, recordVersion } from "@/db/queries/mirrors-sync";
import type { Places } from "./plan-mirror";

type Recorded = Pick<MirrorVersion, "reason" | "version" | "snapshotId"> & {
  places: Places;
  own: string[];
  inFlight?: string[];
  now: Date;
};

export const ownerOf = ({ id, userId }: FollowedMirror) => ({ mirrorId: id, userId });

/** Writes down what the playlist holds and what of it is Clouder's. */
export function recordMirror(
  db: Db,
  mirror: FollowedMirror,
  { places, own, inFlight = [], now, ...known }: Recorded,
) {
  return recordVersion(db, {
    ...known,
    mirrorId: mirror.id,
    uris: places.map((place) => place ?? ""),
    ownUris: own,
    inFlightUris: inFlight,
    createdAt: now,
  });
}

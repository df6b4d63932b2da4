import "server-only";
import type { Db } from "@/db/handle";
import {
  insertCurationTracks,
  listSightings,
  listWeekTracks,
  relaneTracks,
  type WeekTrack,
} from "@/db/queries/curation-week";
import { raiseMirrors } from "@/db/queries/mirrors";
import { lockPeriod, type Period, settlePeriodStatus } from "@/db/queries/periods";
import { AppError } from "@/lib/errors";
import { type Classified, classifyTrack } from "./classify-track";

export type Filled = { tracks: number; added: number; relaned: number; mirrorIds: string[] };

/**
 * Brings a period up to the catalogue: adds the week's tracks that are missing, after the ones
 * that are there, and puts Bronze ones into the lane they belong to by now. A closed week rests.
 */
export function fillPeriod(
  db: Db,
  { periodId, userId }: { periodId: string; userId: string },
): Promise<Filled> {
  return db.transaction(async (tx) => {
    const period = await lockPeriod(tx, { periodId, userId });
    if (!period) throw new AppError("NOT_FOUND", "That week is not one of yours.");
    if (period.closedAt) return { tracks: 0, added: 0, relaned: 0, mirrorIds: [] };

    const tracks = await listWeekTracks(tx, period);
    const lanes = await classifyWeek(tx, period, tracks);
    const added = arriving(tracks, lanes);
    const relaned = changed(tracks, lanes);
    await insertCurationTracks(tx, { periodId, rows: added });
    await relaneTracks(tx, { periodId, rows: relaned });
    if (added.length > 0) await settlePeriodStatus(tx, { periodId, userId, touched: false });
    const mirrorIds = await raiseMirrors(tx, {
      userId,
      periodId,
      bronze: added.length > 0,
      silverCategoryIds: [],
      goldenCategoryIds: [],
    });
    return { tracks: tracks.length, added: added.length, relaned: relaned.length, mirrorIds };
  });
}

type Lanes = ReadonlyMap<string, Classified>;

async function classifyWeek(tx: Db, period: Period, tracks: readonly WeekTrack[]): Promise<Lanes> {
  const keys = [...new Set(tracks.map(({ recordingKey }) => recordingKey))];
  const sightings = await listSightings(tx, period, keys);
  const firsts = new Map<string, WeekTrack>();
  const lanes = new Map<string, Classified>();
  for (const track of tracks) {
    const first = firsts.get(track.recordingKey);
    if (!first) firsts.set(track.recordingKey, track);
    const seen = sightings.get(track.recordingKey) ?? null;
    const twin = first ? first.release.name : null;
    lanes.set(track.trackId, classifyTrack({ ...track, seen, twin }));
  }
  return lanes;
}

function arriving(tracks: readonly WeekTrack[], lanes: Lanes) {
  const last = Math.max(0, ...tracks.map(({ placed }) => placed?.position ?? 0));
  return tracks
    .filter(({ placed }) => placed === null)
    .flatMap(({ trackId }, index) => {
      const lane = lanes.get(trackId);
      if (!lane) return [];
      return [{ trackId, lane: lane.lane, laneReason: lane.reason, position: last + index + 1 }];
    });
}

function changed(tracks: readonly WeekTrack[], lanes: Lanes) {
  return tracks.flatMap(({ trackId, placed }) => {
    const now = lanes.get(trackId);
    if (!placed || !now || placed.status === "SORTED") return [];
    if (placed.lane === now.lane && placed.laneReason === now.reason) return [];
    return [{ id: placed.id, lane: now.lane, laneReason: now.reason }];
  });
}

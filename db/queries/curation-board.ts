import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import {
  collections,
  curationPeriods,
  curationTracks,
  goldenTracks,
  labels,
  periodPlaylists,
  releases,
  styles,
  trackMatches,
  tracks,
  userCategories,
} from "@/db/schema";
import { creditedNames } from "./credits";

type Owned = { periodId: string; userId: string };

/** A style with what is known of one of its weeks: the collection and the DJ's period, if any. */
export async function findStyleWeek(
  db: Db,
  { slug, year, week, userId }: { slug: string; year: number; week: number; userId: string },
) {
  const [row] = await db
    .select({
      style: { id: styles.id, slug: styles.slug, name: styles.name },
      periodId: curationPeriods.id,
      collection: {
        id: collections.id,
        status: collections.status,
        expected: collections.expected,
        fetched: collections.fetched,
        stored: collections.stored,
        problem: collections.problem,
      },
    })
    .from(styles)
    .leftJoin(
      curationPeriods,
      and(
        eq(curationPeriods.styleId, styles.id),
        eq(curationPeriods.userId, userId),
        eq(curationPeriods.year, year),
        eq(curationPeriods.week, week),
      ),
    )
    .leftJoin(
      collections,
      and(
        eq(collections.styleId, styles.id),
        eq(collections.year, year),
        eq(collections.week, week),
      ),
    )
    .where(eq(styles.slug, slug));
  return row ?? null;
}

export async function findPeriod(db: Db, { periodId, userId }: Owned) {
  const [row] = await db
    .select({
      id: curationPeriods.id,
      styleId: curationPeriods.styleId,
      styleName: styles.name,
      styleSlug: styles.slug,
      year: curationPeriods.year,
      week: curationPeriods.week,
      status: curationPeriods.status,
      startedAt: curationPeriods.startedAt,
      closedAt: curationPeriods.closedAt,
    })
    .from(curationPeriods)
    .innerJoin(styles, eq(styles.id, curationPeriods.styleId))
    .where(and(eq(curationPeriods.id, periodId), eq(curationPeriods.userId, userId)));
  return row ?? null;
}

/** The live categories of the period's style, and archived ones that hold tracks of the period. */
export async function listBoardCategories(
  db: Db,
  { periodId, userId, styleId }: Owned & { styleId: string },
) {
  const archived = sql<boolean>`${userCategories.archivedAt} is not null`;
  const holdsTracks = sql`exists (
    select from period_playlists pp
    join curation_tracks ct on ct.current_silver_playlist_id = pp.id
    where pp.period_id = ${periodId} and pp.category_id = ${userCategories.id}
  )`;
  return db
    .select({
      id: userCategories.id,
      name: userCategories.name,
      color: userCategories.color,
      shortcut: sql<
        string | null
      >`case when ${archived} then null else ${userCategories.shortcut} end`,
      position: userCategories.position,
      isTrash: userCategories.isTrash,
      archived,
    })
    .from(userCategories)
    .where(
      and(
        eq(userCategories.userId, userId),
        eq(userCategories.styleId, styleId),
        or(sql`not ${archived}`, holdsTracks),
      ),
    )
    .orderBy(userCategories.isTrash, asc(userCategories.position), asc(userCategories.id));
}

export type BoardTrackRow = Awaited<ReturnType<typeof listBoardTracks>>[number];

/** Every track of a period with what the board shows of it, in board order. */
export async function listBoardTracks(db: Db, { periodId, userId }: Owned) {
  const goldenNames = sql<string[]>`array(
    select distinct c.name from tracks held
    join golden_tracks g on g.track_id = held.id
    join user_categories c on c.id = g.category_id
    where held.recording_key = ${tracks.recordingKey} and g.user_id = ${userId}
      and (g.track_id, g.period_id) is distinct from (${tracks.id}, ${periodId}::uuid)
    order by c.name
  )`;
  return db
    .select({
      id: curationTracks.id,
      trackId: tracks.id,
      beatportId: tracks.beatportId,
      slug: tracks.slug,
      title: tracks.title,
      mixName: tracks.mixName,
      artists: creditedNames("artist", tracks.id),
      remixers: creditedNames("remixer", tracks.id),
      label: labels.name,
      release: releases.name,
      coverUrl: releases.coverUrl,
      waveformUrl: tracks.waveformUrl,
      bpm: tracks.bpm,
      camelotKey: tracks.camelotKey,
      keyName: tracks.keyName,
      lengthMs: tracks.lengthMs,
      isrc: tracks.isrc,
      publishDate: tracks.publishDate,
      preOrder: tracks.preOrder,
      previewUrl: tracks.previewUrl,
      previewStartMs: tracks.previewStartMs,
      previewEndMs: tracks.previewEndMs,
      lane: curationTracks.lane,
      laneReason: curationTracks.laneReason,
      position: curationTracks.position,
      match: trackMatches.status,
      method: trackMatches.method,
      confidence: trackMatches.confidence,
      spotifyUrl: trackMatches.externalUrl,
      evidence: trackMatches.evidence,
      categoryId: periodPlaylists.categoryId,
      silverPosition: curationTracks.silverPosition,
      promoted: sql<boolean>`${goldenTracks.id} is not null`,
      alreadyGolden: goldenNames,
    })
    .from(curationTracks)
    .innerJoin(
      curationPeriods,
      and(eq(curationPeriods.id, curationTracks.periodId), eq(curationPeriods.userId, userId)),
    )
    .innerJoin(tracks, eq(tracks.id, curationTracks.trackId))
    .innerJoin(releases, eq(releases.id, tracks.releaseId))
    .leftJoin(labels, eq(labels.id, releases.labelId))
    .leftJoin(
      trackMatches,
      and(eq(trackMatches.trackId, tracks.id), eq(trackMatches.provider, "spotify")),
    )
    .leftJoin(periodPlaylists, eq(periodPlaylists.id, curationTracks.currentSilverPlaylistId))
    .leftJoin(
      goldenTracks,
      and(
        eq(goldenTracks.categoryId, periodPlaylists.categoryId),
        eq(goldenTracks.trackId, tracks.id),
        eq(goldenTracks.periodId, curationTracks.periodId),
      ),
    )
    .where(eq(curationTracks.periodId, periodId))
    .orderBy(curationTracks.position, curationTracks.id);
}

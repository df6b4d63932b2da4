import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import {
  curationPeriods,
  goldenTracks,
  labels,
  releases,
  styles,
  trackMatches,
  tracks,
  userCategories,
} from "@/db/schema";
import { creditedNames } from "./credits";

/** Every category of the DJ with its Golden list's size, by rail, then by position; no Trash. */
export async function listGoldenCategories(
  db: Db,
  { userId, categoryId }: { userId: string; categoryId?: string },
) {
  return db
    .select({
      id: userCategories.id,
      name: userCategories.name,
      color: userCategories.color,
      archived: sql<boolean>`${userCategories.archivedAt} is not null`,
      styleSlug: styles.slug,
      styleName: styles.name,
      tracks: sql<number>`count(${goldenTracks.id})::int`,
      newestAt: sql<string | null>`max(${goldenTracks.addedAt})`,
    })
    .from(userCategories)
    .innerJoin(styles, eq(styles.id, userCategories.styleId))
    .leftJoin(goldenTracks, eq(goldenTracks.categoryId, userCategories.id))
    .where(
      and(
        eq(userCategories.userId, userId),
        eq(userCategories.isTrash, false),
        categoryId === undefined ? undefined : eq(userCategories.id, categoryId),
      ),
    )
    .groupBy(userCategories.id, styles.id)
    .orderBy(
      sql`(select position from user_styles us
        where us.user_id = ${userId} and us.style_id = ${styles.id}) nulls last`,
      styles.name,
      sql`${userCategories.archivedAt} is not null`,
      userCategories.position,
      userCategories.id,
    );
}

/** A Golden list in its order. */
export async function listGoldenTracks(
  db: Db,
  { userId, categoryId }: { userId: string; categoryId: string },
) {
  return db
    .select({
      id: goldenTracks.id,
      trackId: tracks.id,
      beatportId: tracks.beatportId,
      slug: tracks.slug,
      title: tracks.title,
      mixName: tracks.mixName,
      artists: creditedNames("artist", tracks.id),
      label: labels.name,
      coverUrl: releases.coverUrl,
      bpm: tracks.bpm,
      camelotKey: tracks.camelotKey,
      lengthMs: tracks.lengthMs,
      previewUrl: tracks.previewUrl,
      previewStartMs: tracks.previewStartMs,
      previewEndMs: tracks.previewEndMs,
      addedAt: goldenTracks.addedAt,
      fromYear: curationPeriods.year,
      fromWeek: curationPeriods.week,
      match: trackMatches.status,
      spotifyUrl: trackMatches.externalUrl,
    })
    .from(goldenTracks)
    .innerJoin(tracks, eq(tracks.id, goldenTracks.trackId))
    .innerJoin(releases, eq(releases.id, tracks.releaseId))
    .leftJoin(labels, eq(labels.id, releases.labelId))
    .leftJoin(curationPeriods, eq(curationPeriods.id, goldenTracks.periodId))
    .leftJoin(
      trackMatches,
      and(eq(trackMatches.trackId, tracks.id), eq(trackMatches.provider, "spotify")),
    )
    .where(and(eq(goldenTracks.userId, userId), eq(goldenTracks.categoryId, categoryId)))
    .orderBy(goldenTracks.position, goldenTracks.id);
}

import "server-only";
import type { Db } from "@/db/handle";
import { listGoldenCategories, listGoldenTracks } from "@/db/queries/golden-lists";
import { listMirrorRows } from "@/db/queries/mirrors";
import { viewMirror } from "@/lib/mirrors/mirror-view";
import type { GoldenCategory, GoldenPage, GoldenTrack } from "./golden";
import { beatportTrackUrl, viewPreview } from "./track-view";

type Owner = { userId: string };

/** Every Golden list of the DJ, or the one asked for. */
export async function readGolden(
  db: Db,
  args: Owner & { categoryId?: string },
): Promise<GoldenCategory[]> {
  const rows = await listGoldenCategories(db, args);
  const ids = rows.map(({ id }) => id);
  const mirrors = await listMirrorRows(db, { userId: args.userId, categoryIds: ids });
  return rows.map(({ newestAt, ...row }) => {
    const mirror = mirrors.find(({ categoryId }) => categoryId === row.id);
    return {
      ...row,
      newestAt: newestAt === null ? null : new Date(newestAt).toISOString(),
      mirror: mirror ? viewMirror(mirror) : null,
    };
  });
}

/** One Golden list with its tracks; null when it is none of the DJ's. */
export async function readGoldenPage(
  db: Db,
  args: Owner & { categoryId: string },
): Promise<GoldenPage | null> {
  const [category] = await readGolden(db, args);
  if (!category) return null;
  const rows = await listGoldenTracks(db, args);
  return { category, tracks: rows.map(viewTrack) };
}

type Row = Awaited<ReturnType<typeof listGoldenTracks>>[number];

function viewTrack(row: Row): GoldenTrack {
  const { id, trackId, title, mixName, artists, label, coverUrl } = row;
  const { bpm, camelotKey, lengthMs, fromYear, fromWeek } = row;
  return {
    ...{ id, trackId, title, mixName, artists, label, coverUrl, bpm, camelotKey, lengthMs },
    beatportUrl: beatportTrackUrl(row),
    preview: viewPreview(row),
    addedAt: row.addedAt.toISOString(),
    fromWeek: fromYear !== null && fromWeek !== null ? { year: fromYear, week: fromWeek } : null,
    spotify: { status: row.match ?? "pending", url: row.spotifyUrl },
  };
}

import "server-only";
import { generateNKeysBetween } from "fractional-indexing";
import type { Db } from "@/db/handle";
import { listCategoriesById, lockCategories } from "@/db/queries/categories";
import type { StandingRow } from "@/db/queries/curation";
import { listPress } from "@/db/queries/decisions";
import { listGoldenRecordings, listLastGoldenPositions } from "@/db/queries/golden";
import type { PromoteAnswer, Refusal } from "./board";
import { samePlace, standing } from "./placement";
import { recordPress, standingsOf } from "./record-press";
import type { PromoteTracksInput } from "./schema";

type Categories = Awaited<ReturnType<typeof lockCategories>>;

/**
 * Adds Silver tracks to their category's Golden list, last, in the order given; they stay in
 * Silver as well. A recording that is in Gold already is refused, the others go on.
 */
export async function promoteTracks(
  db: Db,
  { trackIds, ...press }: PromoteTracksInput & { userId: string },
): Promise<PromoteAnswer & { mirrorIds: string[] }> {
  const recorded = await recordPress(db, press, async (tx, period) => {
    const tracks = await standingsOf(tx, period, trackIds);
    const changes = await promote(tx, press.userId, tracks);
    return { changes: changes.map((change) => ({ ...change, kind: "promoted" as const })) };
  });
  return { ...recorded, refused: await listRefused(db, press) };
}

async function promote(tx: Db, userId: string, tracks: readonly StandingRow[]) {
  const categoryIds = [...new Set(tracks.flatMap(({ standing: at }) => at.categoryId ?? []))];
  const categories = await lockCategories(tx, { userId, categoryIds });
  const held = await listGoldenRecordings(tx, {
    userId,
    categoryIds,
    recordingKeys: tracks.map(({ recordingKey }) => recordingKey),
  });
  const taken = new Set(held.map((row) => goldenKey(row.categoryId, row.recordingKey)));
  const entering = tracks.filter((track) => mayEnter(track, categories, taken));
  const lasts = await listLastGoldenPositions(tx, { userId, categoryIds });
  const addedAt = new Date().toISOString();

  const places = new Map<string, string>();
  for (const categoryId of categoryIds) {
    const group = entering.filter(({ standing: at }) => at.categoryId === categoryId);
    const last = lasts.find((row) => row.categoryId === categoryId)?.position ?? null;
    const positions = generateNKeysBetween(last, null, group.length);
    group.forEach(({ id }, index) => {
      const position = positions[index];
      if (position) places.set(id, position);
    });
  }
  return tracks.map((track) => {
    const position = places.get(track.id);
    const golden = position ? { position, addedAt } : track.standing.golden;
    return { ...track, after: { ...track.standing, golden } };
  });
}

const goldenKey = (categoryId: string, recordingKey: string) => `${categoryId} ${recordingKey}`;

/** Marks the recording as taken: the second one of the same press is refused too. */
function mayEnter(
  { standing: at, recordingKey }: StandingRow,
  categories: Categories,
  taken: Set<string>,
) {
  const category = categories.find(({ id }) => id === at.categoryId);
  if (!category || category.isTrash || at.golden) return false;
  const key = goldenKey(category.id, recordingKey);
  if (taken.has(key)) return false;
  taken.add(key);
  return true;
}

/** Read from the journal, so that a repeated press is told the same. */
async function listRefused(db: Db, press: { userId: string; idempotencyKey: string }) {
  const decisions = await listPress(db, press);
  const unchanged = decisions.flatMap(({ curationTrackId, before, after }) => {
    const at = standing.parse(before);
    const refused = samePlace(at, standing.parse(after)) && at.golden === null;
    return refused ? [{ id: curationTrackId, categoryId: at.categoryId }] : [];
  });
  const categories = await listCategoriesById(db, {
    userId: press.userId,
    categoryIds: unchanged.flatMap(({ categoryId }) => categoryId ?? []),
  });
  return unchanged.map(({ id, categoryId }) => {
    const category = categories.find((one) => one.id === categoryId);
    return { id, ...refusalOf(category) };
  });
}

function refusalOf(category: { name: string; isTrash: boolean } | undefined): {
  reason: Refusal;
  message: string;
} {
  if (!category) return { reason: "bronze", message: "Sort it into a category first." };
  if (category.isTrash) return { reason: "trash", message: "Trash has no Golden playlist." };
  return {
    reason: "already_golden",
    message: `${category.name} already holds this recording in Gold.`,
  };
}

import "server-only";
import type { Db } from "@/db/handle";
import { hasStyles, upsertStyles } from "@/db/queries/styles";
import { listGenres } from "@/lib/beatport/genres";
import type { Lane } from "@/lib/traffic/pace";
import { tellNoAnswer } from "@/lib/traffic/provider-error";

/** Fills the styles from Beatport's genres when there are none yet: one request, once. */
export async function ensureStyles(db: Db): Promise<void> {
  if (await hasStyles(db)) return;
  await refreshStyles(db, { lane: "interactive" }).catch(tellNoAnswer);
}

/** Takes over new and renamed genres. A genre that Beatport dropped stays: weeks hang on it. */
export async function refreshStyles(db: Db, { lane }: { lane: Lane }): Promise<{ genres: number }> {
  const genres = await listGenres({ lane });
  await upsertStyles(
    db,
    genres.map(({ id, name, slug }) => ({ beatportId: id, name: name.trim(), slug })),
  );
  return { genres: genres.length };
}

import { eq, max } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Db } from "@/db/handle";
import {
  artists,
  curationPeriods,
  curationTracks,
  goldenTracks,
  labels,
  periodPlaylists,
  releases,
  styles,
  trackArtists,
  trackMatches,
  tracks,
  userCategories,
  users,
} from "@/db/schema";

type Overrides<T extends { $inferInsert: unknown }> = Partial<T["$inferInsert"]>;

let counter = 0;
/** Different on every call, and small enough for an integer column. */
const nextNumber = () => {
  counter += 1;
  return counter;
};

function only<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error("the insert returned no row");
  return row;
}

export async function createUser(db: Db, overrides: Overrides<typeof users> = {}) {
  return only(
    await db
      .insert(users)
      .values({ name: "Mira", ...overrides })
      .returning(),
  );
}

export async function createStyle(db: Db, overrides: Overrides<typeof styles> = {}) {
  const number = nextNumber();
  const values = { beatportId: number, name: `Style ${number}`, slug: `style-${number}` };
  return only(
    await db
      .insert(styles)
      .values({ ...values, ...overrides })
      .returning(),
  );
}

export async function createArtist(db: Db, overrides: Overrides<typeof artists> = {}) {
  const number = nextNumber();
  const values = { beatportId: number, name: `Artist ${number}`, slug: `artist-${number}` };
  return only(
    await db
      .insert(artists)
      .values({ ...values, ...overrides })
      .returning(),
  );
}

export async function createRelease(db: Db, overrides: Overrides<typeof releases> = {}) {
  const number = nextNumber();
  const label = only(
    await db
      .insert(labels)
      .values({ beatportId: number, name: `Label ${number}`, slug: `label-${number}` })
      .returning(),
  );
  const values = { beatportId: number, name: `Release ${number}`, slug: `release-${number}` };
  return only(
    await db
      .insert(releases)
      .values({ ...values, labelId: label.id, ...overrides })
      .returning(),
  );
}

/** A track with its own release, label and artist, out on the Friday of 2026-W46. */
export async function createTrack(
  db: Db,
  { artist, ...overrides }: Overrides<typeof tracks> & { artist?: { id: string } } = {},
) {
  const number = nextNumber();
  const releaseId = overrides.releaseId ?? (await createRelease(db)).id;
  const styleId = overrides.styleId ?? (await createStyle(db)).id;
  const values = {
    beatportId: number,
    title: `Track ${number}`,
    mixName: "Original Mix",
    slug: `track-${number}`,
    publishDate: "2026-11-13",
    originalDate: "2026-11-13",
    recordingKey: `isrc:DEX${String(number).padStart(9, "0")}`,
    nameKey: `name:made|track ${number}||unnamed|`,
    bpm: 134,
    camelotKey: "8A",
    lengthMs: 330_000,
  };
  const track = only(
    await db
      .insert(tracks)
      .values({ ...values, ...overrides, releaseId, styleId })
      .returning(),
  );
  const lead = artist ?? (await createArtist(db));
  await db
    .insert(trackArtists)
    .values({ trackId: track.id, artistId: lead.id, role: "artist", position: 0 });
  return track;
}

export async function createMatch(
  db: Db,
  overrides: Overrides<typeof trackMatches> & { trackId: string },
) {
  const uri = `spotify:track:${String(nextNumber()).padStart(22, "0")}`;
  const found = { status: "found", method: "isrc", externalUri: uri } as const;
  const values = overrides.status && overrides.status !== "found" ? {} : found;
  return only(
    await db
      .insert(trackMatches)
      .values({ provider: "spotify", ...values, ...overrides })
      .returning(),
  );
}

export async function createCategory(
  db: Db,
  overrides: Overrides<typeof userCategories> & { userId: string; styleId: string },
) {
  const number = nextNumber();
  const values = { name: `Category ${number}`, color: (number % 12) + 1, position: number };
  return only(
    await db
      .insert(userCategories)
      .values({ ...values, ...overrides })
      .returning(),
  );
}

const createTrash = (db: Db, owner: { userId: string; styleId: string }) =>
  createCategory(db, { ...owner, name: "Trash", color: 0, shortcut: "0", isTrash: true });

export async function createPeriod(
  db: Db,
  overrides: Overrides<typeof curationPeriods> & { userId: string; styleId: string },
) {
  const values = { year: 2026, week: 46 };
  return only(
    await db
      .insert(curationPeriods)
      .values({ ...values, ...overrides })
      .returning(),
  );
}

export async function createCurationTrack(
  db: Db,
  overrides: Overrides<typeof curationTracks> & { periodId: string; trackId: string },
) {
  const values = { lane: "new", position: nextNumber() } as const;
  return only(
    await db
      .insert(curationTracks)
      .values({ ...values, ...overrides })
      .returning(),
  );
}

/** Puts a track of the period into a category's Silver list, last. */
export async function createSilverTrack(
  db: Db,
  args: { periodId: string; trackId: string; categoryId: string },
) {
  const { categoryId, ...track } = args;
  const [made] = await db
    .insert(periodPlaylists)
    .values({ periodId: args.periodId, categoryId })
    .onConflictDoUpdate({
      target: [periodPlaylists.periodId, periodPlaylists.categoryId],
      set: { categoryId },
    })
    .returning();
  const playlist = only([made].filter((row) => row !== undefined));
  const [last] = await db
    .select({ position: max(curationTracks.silverPosition) })
    .from(curationTracks)
    .where(eq(curationTracks.currentSilverPlaylistId, playlist.id));
  return createCurationTrack(db, {
    ...track,
    status: "SORTED",
    currentSilverPlaylistId: playlist.id,
    silverPosition: generateKeyBetween(last?.position ?? null, null),
    sortedAt: new Date(),
  });
}

export async function createGoldenTrack(
  db: Db,
  overrides: Overrides<typeof goldenTracks> & {
    userId: string;
    categoryId: string;
    trackId: string;
  },
) {
  const [last] = await db
    .select({ position: max(goldenTracks.position) })
    .from(goldenTracks)
    .where(eq(goldenTracks.categoryId, overrides.categoryId));
  const position = generateKeyBetween(last?.position ?? null, null);
  return only(
    await db
      .insert(goldenTracks)
      .values({ position, ...overrides })
      .returning(),
  );
}

/** A DJ with a style, Trash, the named categories and a started week of `tracks` Bronze tracks. */
export async function createWeek(
  db: Db,
  { tracks: count = 3, categories = ["Warm-up", "Peak Time"] } = {},
) {
  const user = await createUser(db);
  const style = await createStyle(db);
  const owner = { userId: user.id, styleId: style.id };
  const trash = await createTrash(db, owner);
  const made = [];
  for (const name of categories) made.push(await createCategory(db, { ...owner, name }));
  const period = await createPeriod(db, owner);
  const bronze = [];
  for (let index = 0; index < count; index += 1) {
    const track = await createTrack(db, { styleId: style.id });
    bronze.push(await createCurationTrack(db, { periodId: period.id, trackId: track.id }));
  }
  return { user, style, trash, categories: made, period, tracks: bronze };
}

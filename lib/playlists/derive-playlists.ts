import "server-only";
import type { Db } from "@/db/handle";
import { withToken } from "@/lib/connections/with-token";
import { AppError } from "@/lib/errors";
import { mergeLists, splitByCount } from "./edit-lists";
import { type Grouping, groupRows } from "./group-rows";
import { readPlaces } from "./observe-rows";
import { nameWith } from "./playlist-name";
import { type ProposedPlan, proposeNewPlaylist, tellUneditable } from "./propose-plan";
import { canBeAdded, type Row } from "./row";
import { factsOf } from "./track-facts";

/** More playlists than a person looks through are not made at once. */
const MOST_PARTS = 50;

type From = { userId: string; playlistId: string; name: string };

/** The plan of a new playlist with the tracks of another one. */
export async function proposeCopy(
  db: Db,
  { userId, playlistId, name }: From,
): Promise<ProposedPlan> {
  const rows = await readRows(db, userId, playlistId);
  return proposeNewPlaylist(db, { userId, name, kind: "copy", rows });
}

/** The plan of a new playlist with the tracks of several, each recording once. */
export async function proposeMerge(
  db: Db,
  { userId, playlistIds, name }: Omit<From, "playlistId"> & { playlistIds: readonly string[] },
): Promise<ProposedPlan> {
  const lists: Row[][] = [];
  for (const playlistId of playlistIds) lists.push(await readRows(db, userId, playlistId));
  const { recordingOf } = await factsOf(db, { userId, rows: lists.flat() });
  const rows = mergeLists(lists, recordingOf);
  return proposeNewPlaylist(db, { userId, name, kind: "merge", rows });
}

/** Plans of new playlists with at most so many tracks of another one each. */
export async function proposeSplit(
  db: Db,
  { userId, playlistId, name, size }: From & { size: number },
): Promise<ProposedPlan[]> {
  const source = await readRows(db, userId, playlistId);
  const parts = splitByCount(source, size);
  if (parts.length > MOST_PARTS) {
    const message = `That would make ${parts.length} playlists. Choose a size that makes at most ${MOST_PARTS}.`;
    throw new AppError("INVALID", message);
  }
  const named = parts.map((rows, index) => ({ name: nameWith(name, ` ${index + 1}`), rows }));
  return proposeParts(db, { userId, source, parts: named });
}

/** Plans of new playlists with what the tracks of another one have in common. */
export async function proposeGroups(
  db: Db,
  { userId, playlistId, name, by }: From & { by: Grouping },
): Promise<ProposedPlan[]> {
  const rows = await readRows(db, userId, playlistId);
  const { groupOf } = await factsOf(db, { userId, rows });
  const groups = groupRows(rows, (uri) => groupOf(uri, by));
  const named = groups.map((group) => ({
    name: nameWith(name, ` · ${group.name ?? "others"}`),
    rows: group.rows,
  }));
  return proposeParts(db, { userId, source: rows, parts: named });
}

type Parts = { userId: string; source: readonly Row[]; parts: { name: string; rows: Row[] }[] };

/** What cannot be added belongs to no part: the last one tells of it. */
function proposeParts(db: Db, { userId, source, parts }: Parts): Promise<ProposedPlan[]> {
  const lost = source.filter(({ uri }) => !canBeAdded(uri));
  if (parts.length === 0 && lost.length > 0) {
    throw new AppError("INVALID", "Spotify lets nothing of it be put into another playlist.");
  }
  return db.transaction(async (tx) => {
    const plans: ProposedPlan[] = [];
    for (const [index, { name, rows }] of parts.entries()) {
      const all = index === parts.length - 1 ? [...rows, ...lost] : rows;
      plans.push(await proposeNewPlaylist(tx, { userId, name, kind: "split", rows: all }));
    }
    return plans;
  });
}

async function readRows(db: Db, userId: string, playlistId: string): Promise<Row[]> {
  const places = await withToken(db, userId, (token) =>
    readPlaces({ playlistId, token, lane: "interactive" }),
  ).catch(tellUneditable);
  return places.map((uri) => ({ uri, by: "curator" }));
}

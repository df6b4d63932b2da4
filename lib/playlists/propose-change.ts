import "server-only";
import type { z } from "zod";
import type { Db } from "@/db/handle";
import { listOwnPlaylists, type OwnPlaylist } from "@/db/queries/playlists-own";
import { AppError } from "@/lib/errors";
import { tellNoAnswer } from "@/lib/traffic/provider-error";
import { proposeCopy, proposeGroups, proposeMerge, proposeSplit } from "./derive-playlists";
import { proposeDedupe, proposeSort } from "./edit-playlist";
import type { ProposedPlan } from "./propose-plan";
import { proposeRestore } from "./restore-playlist";
import type { changeInput } from "./schema";

type Change = z.output<typeof changeInput> & { userId: string; now: Date };

/** The plans of a change that a person wants of their playlists: one, or one for each part of a split. */
export async function proposeChange(db: Db, wish: Change): Promise<ProposedPlan[]> {
  const playlist = await playlistOf(db, wish);
  const plans = await proposed(db, wish, playlist).catch(tellNoAnswer);
  return Array.isArray(plans) ? plans : [plans];
}

async function proposed(
  db: Db,
  wish: Change,
  playlist: OwnPlaylist,
): Promise<ProposedPlan | ProposedPlan[]> {
  const { userId, playlistId, now } = wish;
  const own = { userId, playlistId, name: playlist.name, now };
  const { isGone } = playlist;
  switch (wish.change) {
    case "sort":
      return proposeSort(db, own);
    case "dedupe":
      return proposeDedupe(db, own);
    case "restore":
      return proposeRestore(db, { ...own, isGone, earlier: { stateId: wish.stateId } });
    case "return":
      return proposeRestore(db, { ...own, isGone, earlier: { at: wish.at } });
    case "copy":
      return proposeCopy(db, { userId, playlistId, name: wish.name });
    case "merge":
      return proposeMerge(db, {
        userId,
        playlistIds: [...new Set([playlistId, ...wish.withIds])],
        name: wish.name,
      });
    case "split":
      return proposeSplit(db, { userId, playlistId, name: wish.name, size: wish.size });
    case "group":
      return proposeGroups(db, { userId, playlistId, name: wish.name, by: wish.by });
  }
}

/** What is not there any more can still be brought back. */
async function playlistOf(db: Db, { userId, playlistId, change }: Change): Promise<OwnPlaylist> {
  const withGone = change === "restore" || change === "return";
  const [playlist] = await listOwnPlaylists(db, { userId, playlistId, withGone, limit: 1 });
  if (!playlist) {
    throw new AppError("NOT_FOUND", "There is no such playlist in your library.");
  }
  return playlist;
}

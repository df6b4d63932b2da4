import "server-only";
import type { Db } from "@/db/handle";
import { carryOutWrite } from "./carry-out-write";
import { type KnownPlaylist, readKnown } from "./known-playlist";
import { lookAtPlaylist, recordLook } from "./look-at-playlist";
import { readPlaces } from "./observe-rows";
import { planRows } from "./plan-rows";
import { type MadePlan, type Means, type Outcome, SETTLE_S, type View } from "./plan-turn";
import { urisOf } from "./row";

/**
 * Brings a playlist one write nearer to its plan's target. Every call finds out for itself where
 * things stand, so it may be cut off anywhere and repeated.
 */
export async function takeTurn(db: Db, plan: MadePlan, means: Means): Promise<Outcome> {
  const known = await readKnown(db, { ...plan, now: means.now });
  if (known?.inDoubt && isYoung(known, means.now)) return "waits";
  const view = await lookAtPlaylist(db, plan, { ...means, known });
  return typeof view === "string" ? view : bringNearer(db, plan, { ...means, known, view });
}

type Looked = Means & { known: KnownPlaylist | null; view: View };

/** Makes the next write of a plan whose playlist was looked at; when there is none, reads back what was written. */
export async function bringNearer(
  db: Db,
  plan: MadePlan,
  { known, view, ...means }: Looked,
): Promise<Outcome> {
  const target = urisOf(view.target);
  const { writes } = planRows(urisOf(view.rows), target, {
    most: plan.mostPerWrite,
    mayReplace: plan.replaces,
    takenOut: plan.takenOut,
  });
  const [write] = writes;
  if (write) {
    await carryOutWrite(db, plan, { ...means, view, write, left: writes.length });
    return "goes on";
  }
  if (view.isSure) return "in place";

  const places = await readPlaces({ playlistId: plan.playlistId, token: means.token });
  const isExact = places.length === target.length && places.every((uri, at) => uri === target[at]);
  if (!isExact && known && isYoung(known, means.now)) return "waits";
  await recordLook(db, plan, { ...means, known, view, places });
  return isExact ? "in place" : "goes on";
}

/** So lately written that Spotify may show it as it was before. */
export const isYoung = ({ at }: KnownPlaylist, now: Date) =>
  now.getTime() - at.getTime() < SETTLE_S * 1000;
